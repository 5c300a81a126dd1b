package layouts

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path"
	"slices"
	"strings"

	"github.com/tdewolff/parse/v2"

	"referat/generator/source"
)

// Asset is a file that pages load: a style sheet, a script, an icon.
type Asset struct {
	Name    string // "style.css"
	Address string // "assets/style.3f2a9c01.css", below the site's base address
	Bytes   []byte // as published
}

// newAsset puts the first digits of the SHA-256 of the final bytes into the
// address, so that a browser may keep the file for ever.
func newAsset(name, text string) Asset {
	sum := sha256.Sum256([]byte(text))
	ext := path.Ext(name)
	return Asset{
		Name:    name,
		Address: "assets/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext,
		Bytes:   []byte(text),
	}
}

// readAssets reads and minifies the assets that layouts name.
func readAssets(o *overlay, named map[string]bool) (assets []Asset, problems []source.Problem) {
	for _, name := range o.in("assets") {
		if !named[name] {
			continue
		}
		file := path.Join("assets", name)
		pos := source.Pos{Path: o.path(file)}
		text, err := o.read(file)
		if err != nil {
			problems = append(problems, unreadable(pos, err))
			continue
		}
		small, err := minifyAsset(path.Ext(name), text)
		if fault := (*parse.Error)(nil); errors.As(err, &fault) {
			pos.Line, pos.Col = fault.Line, fault.Column
			problems = append(problems, source.At(pos, source.LayoutSyntax, fault.Message))
		} else if err != nil {
			problems = append(problems, source.At(pos, source.LayoutSyntax, err.Error()))
		}
		assets = append(assets, newAsset(name, small))
	}
	slices.SortFunc(assets, func(a, b Asset) int { return strings.Compare(a.Name, b.Name) })
	return assets, problems
}
