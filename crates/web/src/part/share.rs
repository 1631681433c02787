//! How three answers share a whole: met, undetermined, breach. It stands beside the figures and repeats them, so it has no words.

use super::bar::Rect;
use crate::words::Words;
use askama::{Template, filters::HtmlSafe};

/// A bar of three parts.
#[derive(Clone, Debug, Template)]
#[template(path = "parts/share.html")]
pub struct Share {
    parts: Vec<(&'static str, Rect)>,
}

impl HtmlSafe for Share {}

impl Share {
    /// Numbers of met, undetermined and breach.
    pub fn new(words: &Words, met: u32, unknown: u32, breach: u32) -> Self {
        let rtl = words.language().is_rtl();
        let all = f64::from(met) + f64::from(unknown) + f64::from(breach);
        let mut parts = Vec::new();
        let mut begins = 0.0;
        for (class, number) in [("s-met", met), ("s-unknown", unknown), ("s-breach", breach)] {
            let width = if all > 0.0 { f64::from(number) / all * 100.0 } else { 0.0 };
            if number > 0 {
                parts.push((class, Rect::new(begins, (width - 0.6).max(0.4), rtl)));
            }
            begins += width;
        }
        Self { parts }
    }

    /// For tests and the gallery.
    pub fn sample(words: &Words) -> Self {
        Self::new(words, 14, 3, 1)
    }
}
