package data

import "encoding/json"

// Manifest is what a browser shows of the site where it stands among programs
// (https://www.w3.org/TR/appmanifest/). Its addresses are relative to its own, which is
// that of the site.
type Manifest struct {
	Name     string
	Short    string
	Language string
}

// Look is what a browser shows of the site around its pages.
type Look struct {
	Icon       string // address of a drawing; empty of none
	Theme      string // colours; empty: the browser's
	Background string
}

// ManifestJSON writes a manifest. The drawing fits any size. It fills the whole square,
// but not so that it may be cut to a circle, and so is not said to be maskable.
func ManifestJSON(m Manifest, look Look) []byte {
	type icon struct {
		Src     string `json:"src"`
		Type    string `json:"type"`
		Sizes   string `json:"sizes"`
		Purpose string `json:"purpose"`
	}
	v := struct {
		Name       string `json:"name"`
		Short      string `json:"short_name,omitempty"`
		Language   string `json:"lang"`
		Start      string `json:"start_url"`
		Display    string `json:"display"`
		Theme      string `json:"theme_color,omitempty"`
		Background string `json:"background_color,omitempty"`
		Icons      []icon `json:"icons"`
	}{m.Name, m.Short, m.Language, "./", "browser", look.Theme, look.Background, []icon{}}
	if look.Icon != "" {
		v.Icons = append(v.Icons, icon{look.Icon, "image/svg+xml", "any", "any"})
	}
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // no field can fail
	}
	return append(text, '\n')
}
