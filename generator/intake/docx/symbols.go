package docx

import (
	"strconv"
	"strings"
)

// replacement stands for a sign that Unicode has no letter for, as far as is known here.
const replacement = "\uFFFD"

// Fonts of pictures have their signs where other fonts have letters, or from privateUse on.
const (
	privateUse = 0xF000
	fontSigns  = 0x100
)

// symbolFonts are the fonts of pictures: what a sign is in Unicode.
var symbolFonts = map[string]map[rune]rune{
	"Symbol":      symbolFont,
	"Wingdings":   wingdings,
	"Wingdings 2": {'O': '✗', 'P': '✓', 'Q': '☒', 'R': '☑', 'S': '☒', 'T': '☒', 0x97: '●', 0xA3: '☐'},
	"Wingdings 3": {'f': '←', 'g': '→', 'h': '↑', 'i': '↓', 'p': '▲', 'q': '▼', 't': '◀', 'u': '▶', '}': '▶'},
	"Webdings":    {'3': '◀', '4': '▶', '5': '▲', '6': '▼', 'a': '✓', 'c': '□', 'g': '■', 'n': '●', 'r': '✗', '=': '•'},
}

// symbolFont is the font Symbol: Greek letters and signs of mathematics.
var symbolFont = signsFrom(
	run{0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"},
	run{0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"},
	run{0xF1, "⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"},
)

// wingdings are the signs of Wingdings that documents use: boxes, ticks, bullets, arrows, hands, numbers in rings.
var wingdings = signsFrom(
	run{0x20, " ✏✂✁"}, run{0x28, "☎✆✉"}, run{0x36, "⌛"}, run{0x41, "✌"}, run{0x45, "☜☞☝☟"}, run{0x4A, "☺"}, run{0x4C, "☹"},
	run{0x52, "☼"}, run{0x54, "❄"}, run{0x6C, "●❍■□"}, run{0x71, "❑❒⬧⧫◆❖⬥☒"}, run{0x7A, "⌘"},
	run{0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"}, run{0x9E, "·•"}, run{0xA1, "○"}, run{0xA4, "◉◎"}, run{0xA7, "▪☐"},
	run{0xAA, "✦★✶✴✹✵"}, run{0xD8, "➢"}, run{0xDC, "➲"}, run{0xDF, "←→↑↓↖↗↙↘⬅➔⬆⬇"}, run{0xEF, "⇦⇨⇧⇩⬄⇳"}, run{0xFB, "✗✓☒☑"},
)

// run is signs of a font that follow each other.
type run struct {
	first rune
	signs string
}

func signsFrom(runs ...run) map[rune]rune {
	m := map[rune]rune{}
	for _, r := range runs {
		at := r.first
		for _, sign := range r.signs {
			m[at] = sign
			at++
		}
	}
	return m
}

// inUnicode is text as its font shows it. What is set in a font of pictures and is no sign known here
// stays, if it is a letter.
func inUnicode(text, font string) string {
	signs, pictures := symbolFonts[font]
	private := func(r rune) bool { return r >= privateUse && r < privateUse+fontSigns }
	if !pictures && !strings.ContainsFunc(text, private) {
		return text
	}
	if !pictures {
		signs = symbolFont // whose signs other fonts borrow
	}
	return strings.Map(func(r rune) rune {
		code := r
		if private(r) {
			code -= privateUse
		} else if !pictures {
			return r
		}
		if sign, known := signs[code]; known {
			return sign
		}
		if private(r) {
			return []rune(replacement)[0]
		}
		return r
	}, text)
}

// symbol is the sign that w:sym stands for.
func symbol(font, code string) string {
	n, err := strconv.ParseUint(code, 16, 16)
	if err != nil {
		return replacement
	}
	if n < fontSigns {
		n += privateUse
	}
	if _, known := symbolFonts[font]; !known && n >= privateUse && n < privateUse+fontSigns {
		return replacement
	}
	return inUnicode(string(rune(n)), font)
}
