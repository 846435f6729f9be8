claims textbook-one-guarantor --claim word_count --draws 8
