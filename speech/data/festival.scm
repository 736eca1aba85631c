;; What Festival is told once, when it starts. Afterwards it is only sent (vernacast-speak 'NAME), NAME being one of
;; those of speech/festival_voice.py; texts come as data from a file that is read by Festival's own tokeniser, and no
;; expression is ever made of them.
;;
;; VERNACAST_TEXT   file with one sentence in ISO 8859-15, without a line's end
;; VERNACAST_VOICE  file with the voice, read when NAME differs from the one before
;; VERNACAST_SOUND  file for the sound, as RIFF
;; VERNACAST_TIMES  pipe for the answer: T and the token as written, W and start and end in seconds of each of its
;;                  words that has a sound, E at the end; F alone where the sentence could not be spoken

(voice_upc_ca_ona_hts)
(set! hts_engine_params (list (list "-m" (getenv "VERNACAST_VOICE"))))

;; One file is one sentence: where sentences end was decided before.
(set! eou_tree '((0)))

(define (vernacast-tell said)
  (let ((out (fopen (getenv "VERNACAST_TIMES") "wb")))
    (mapcar (lambda (line) (format out "%s\n" line)) said)
    (fclose out)))

(define (vernacast-word word)
  (if (item.daughters (item.relation word 'SylStructure))
      (list (format nil "W %f %f" (item.feat word "word_start") (item.feat word "word_end")))
      nil))

(define (vernacast-token token)
  (if (item.parent token)
      nil ;; a word: it has been told with its token
      (cons (format nil "T %s" (item.name token))
            (apply append (mapcar vernacast-word (item.daughters token))))))

(define (vernacast-heard utt)
  (utt.synth utt)
  (set! vernacast-said
        (append (apply append (mapcar vernacast-token (utt.relation.items utt 'Token))) (list "E")))
  (utt.save.wave utt (getenv "VERNACAST_SOUND") 'riff))

(set! tts_hooks (list vernacast-heard))

(define (vernacast-speak name)
  (set! current-voice name)
  (set! vernacast-said (list "F"))
  (unwind-protect (tts_file (getenv "VERNACAST_TEXT") nil) (set! vernacast-said (list "F")))
  (vernacast-tell vernacast-said))
