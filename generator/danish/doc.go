// Package danish owns what Danish does in its own way: dates as public
// authorities write them, numbers, alphabetical order, addresses made of words,
// where a sentence ends, and where a line may not. It knows nothing of minutes,
// files or pages, holds no state and reads no clock; every function gives the same
// answer to the same arguments and may be called from any number of goroutines.
//
// # Dates
//
// A [Date] is one day. [ParseDate] reads
//
//	2023-11-07   08-11-2023   8.11.2023   15-maj-2002
//	7. november 2023   den 7. november 2023   d. 7. nov. 2023
//
// with the day before the month. A year has four digits: the century of
// "20.04.26" would be a guess, and so would be which part of "4/3-2025" is the
// month to an English reader; both are refused.
//
// # Partial dates
//
// A [Partial] keeps the authority's words and the days they may mean, first and
// last included. An open end is no date. [ParsePartial] reads every full date
// and
//
//	oktober 2023, oktober måned 2023   the month
//	april/maj 2024                     both months; also "april-maj 2024" and
//	                                   "december 2023/januar 2024"
//	primo, medio, ultimo juni 2024     day 1–10, 11–20, 21 to the end
//	primo, medio, ultimo 2024          January–April, May–August,
//	                                   September–December
//	foråret, sommeren, efteråret 2024  March–May, June–August,
//	                                   September–November
//	vinteren 2023/24                   December–February
//	vinteren 2024                      the whole year, since it may be either
//	                                   of two winters
//	H1 2024, 1. halvår 2024            half of the year
//	Q3 2024, 3. kvartal 2024           quarter of the year
//	årsskiftet 2023/24                 31 December and 1 January
//	2024                               the year
//
// Before any of them may stand
//
//	senest, til og med, frem til, inden udgangen af   until its last day
//	før, inden                                        until the day before it
//	fra, fra og med, tidligst                         from its first day
//	efter                                             from the day after it
//
// and "i", "i løbet af" or "ved". "Før" and "efter årsskiftet" mean until
// 31 December and from 1 January. A length may stand before "frem til" ("ét år,
// frem til medio 2025"); it is kept in the words and gives no first day, since
// nothing says where it begins.
//
// Capitals and white space do not matter. Without a year ("medio januar",
// "foråret", "7. november") the partial date says so and its days have the year
// 0, until [Partial.InYear] gives it the year that an author has stated. No
// year is ever guessed, and words that have no meaning without one ("29.
// februar", "ultimo", "årsskiftet", "efter december") are refused.
//
// The days of primo, medio and ultimo are this project's reading of the words,
// as are those of a part of a year and of a season: they serve sorting and
// charts, and pages show the words. Of a figure that is counted at a time,
// "ultimo oktober 2023" means 31 October 2023; that is [Partial.AsOf].
//
// # Order
//
// [SortKey] follows the order of Retskrivningsordbogen: æ, ø and å after z, and
// aa as å.
//
// # Addresses
//
// [Slug] writes what Danish authorities write in their addresses: æ as ae, ø as
// oe, å as aa, and hyphens between words.
package danish
