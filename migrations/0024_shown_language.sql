-- In which language the wording of a consent was shown; of whom staff asked, and of older ones, nobody knows.
alter table consent_proofs add column language text;
