//! Each rule met, broken and undetermined, and its boundary one step apart.

mod blocking;
mod catalogue;
mod fixture;
mod independent;
mod profile;
mod properties;
mod protected;
mod random;
mod release;
mod solitary;
mod story;
mod within;
