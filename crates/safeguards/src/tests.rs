//! Each rule met, broken and undetermined, and its boundary one step apart.

mod attested;
mod blocking;
mod catalogue;
mod fixture;
mod gate;
mod independent;
mod passage;
mod profile;
mod properties;
mod protected;
mod random;
mod release;
mod solitary;
mod story;
mod way;
mod weighed;
mod within;
