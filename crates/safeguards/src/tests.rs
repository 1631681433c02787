//! Each rule met, broken and undetermined, and its boundary one step apart.

mod blocking;
mod catalogue;
mod fixture;
mod force;
mod independent;
mod properties;
mod protected;
mod release;
mod search;
mod solitary;
mod story;
mod told;
mod within;
