package layouts

import "regexp"

// Look is what a browser shows of the site around its pages.
type Look struct {
	Icon          string // address of icon.svg below the site's base address; empty of none
	Accent, Paper string // colours of the style sheet by light; empty of none
}

// token is a colour that a style sheet names; the first is that by light.
var token = regexp.MustCompile(`--(accent|paper):\s*(#[0-9a-fA-F]{3,8})\b`)

// Look is that of the layouts.
func (s *Set) Look() Look {
	var look Look
	for _, a := range s.assets {
		switch a.Name {
		case "icon.svg":
			look.Icon = a.Address
		case "style.css":
			for _, m := range token.FindAllSubmatch(a.Bytes, -1) {
				if string(m[1]) == "accent" && look.Accent == "" {
					look.Accent = string(m[2])
				}
				if string(m[1]) == "paper" && look.Paper == "" {
					look.Paper = string(m[2])
				}
			}
		}
	}
	return look
}
