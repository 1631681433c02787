//! Each rule met, broken and undetermined, and its boundary one step apart.

mod acts;
mod attested;
mod blocking;
mod catalogue;
mod daily;
mod family;
mod fixture;
mod force;
mod gate;
mod independent;
mod passage;
mod profile;
mod properties;
mod protected;
mod random;
mod release;
mod search;
mod solitary;
mod standard;
mod story;
mod terms;
mod told;
mod under;
mod way;
mod weighed;
mod within;
