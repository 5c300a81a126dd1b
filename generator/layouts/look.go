package layouts

import (
	"regexp"

	"referat/generator/data"
)

// token is a colour that a style sheet names; the first is that by light.
var token = regexp.MustCompile(`--(accent|paper):\s*(#[0-9a-fA-F]{3,8})\b`)

// Look is what the layouts give a browser to show around pages: the icon, and the colours
// of the style sheet by light.
func (s *Set) Look() data.Look {
	var look data.Look
	for _, a := range s.assets {
		switch a.Name {
		case "icon.svg":
			look.Icon = a.Address
		case "style.css":
			look.Theme, look.Background = tokenIn(a.Bytes, "accent"), tokenIn(a.Bytes, "paper")
		}
	}
	return look
}

func tokenIn(sheet []byte, name string) string {
	for _, m := range token.FindAllSubmatch(sheet, -1) {
		if string(m[1]) == name {
			return string(m[2])
		}
	}
	return ""
}
