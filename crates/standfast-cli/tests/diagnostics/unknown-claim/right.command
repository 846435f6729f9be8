claims textbook-one-guarantor --claim words_count --draws 8
