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
	Name    string        // "style.css"
	Address string        // "assets/style.3f2a9c01.css", below the site's base address
	Bytes   []byte        // as published
	Files   []source.Path // that it is made of
}

// newAsset puts the first digits of the SHA-256 of the final bytes into the
// address, so that a browser may keep the file for ever.
func newAsset(name, text string, files []source.Path) Asset {
	sum := sha256.Sum256([]byte(text))
	ext := path.Ext(name)
	return Asset{
		Name:    name,
		Address: "assets/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext,
		Bytes:   []byte(text),
		Files:   files,
	}
}

// assetOf is the name of the asset that a file of assets/ is, or is a part of.
func assetOf(file string) string {
	if folder := path.Dir(file); path.Ext(folder) != "" && path.Ext(folder) == path.Ext(file) {
		return folder
	}
	return file
}

// assetNames are the assets of some files, which are sorted.
func assetNames(files []string) []string {
	names := make([]string, len(files))
	for i, file := range files {
		names[i] = assetOf(file)
	}
	return slices.Compact(names)
}

// readAssets reads and minifies the assets that layouts name.
func readAssets(o *overlay, named map[string]bool) (assets []Asset, problems []source.Problem) {
	texts, files := map[string][]string{}, map[string][]source.Path{}
	for _, below := range o.in("assets") {
		name := assetOf(below)
		if !named[name] {
			continue
		}
		if name != below && slices.Contains(o.names, path.Join("assets", name)) {
			continue // one file takes the place of all
		}
		file := path.Join("assets", below)
		pos := source.Pos{Path: o.path(file)}
		text, err := o.read(file)
		if err != nil {
			problems = append(problems, unreadable(pos, err))
			continue
		}
		small, err := minifyAsset(path.Ext(name), text)
		if fault := (*parse.Error)(nil); errors.As(err, &fault) {
			pos.Line, pos.Col = fault.Line, fault.Column
			problems = append(problems, source.At(pos, source.AssetSyntax, complaint(fault.Message)))
		} else if err != nil {
			problems = append(problems, source.At(pos, source.AssetSyntax, complaint(err.Error())))
		}
		texts[name], files[name] = append(texts[name], small), append(files[name], pos.Path)
	}
	for name, parts := range texts {
		between := "\n"
		if path.Ext(name) == ".js" {
			between = ";\n" // without it a bracket would go on with the file before
		}
		assets = append(assets, newAsset(name, strings.Join(parts, between), files[name]))
	}
	slices.SortFunc(assets, func(a, b Asset) int { return strings.Compare(a.Name, b.Name) })
	return assets, problems
}
