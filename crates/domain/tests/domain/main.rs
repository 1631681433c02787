//! What the domain says of acts, told from outside: the corpus of bodies, the kind table, folds and admission.

#[cfg(test)]
mod admission;
#[cfg(test)]
mod case;
#[cfg(test)]
mod clock;
#[cfg(test)]
mod command;
#[cfg(test)]
mod corpus;
mod daily;
#[cfg(test)]
mod directory;
#[cfg(test)]
mod emergency;
#[cfg(test)]
mod file;
#[cfg(test)]
mod folding;
#[cfg(test)]
mod inspections;
mod keeping;
#[cfg(test)]
mod kinds;
#[cfg(test)]
mod measures;
#[cfg(test)]
mod posts;
#[cfg(test)]
mod recovery;
#[cfg(test)]
mod referral;
#[cfg(test)]
mod registry;
#[cfg(test)]
mod story;
mod vault;
