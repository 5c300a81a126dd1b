package serve

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func clientFile(t *testing.T, name string) string {
	t.Helper()
	data, err := fs.ReadFile(client, "client/"+name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func words(t *testing.T, lang string) map[string]any {
	t.Helper()
	var w map[string]any
	if err := json.Unmarshal([]byte(clientFile(t, "words."+lang+".json")), &w); err != nil {
		t.Fatal(err)
	}
	return w
}

func TestBothLanguagesSayTheSameThings(t *testing.T) {
	da, en := words(t, "da"), words(t, "en")
	if a, b := slices.Sorted(maps.Keys(da)), slices.Sorted(maps.Keys(en)); !slices.Equal(a, b) {
		t.Errorf("Danish has %v, English %v", a, b)
	}
	holes := regexp.MustCompile(`\{\w+\}`)
	for key := range da {
		a, _ := json.Marshal(da[key])
		b, _ := json.Marshal(en[key])
		if x, y := holes.FindAllString(string(a), -1), holes.FindAllString(string(b), -1); !slices.Equal(x, y) {
			t.Errorf("%s: %s and %s", key, a, b)
		}
	}
}

func TestEveryWordIsUsedAndKnown(t *testing.T) {
	scripts := clientFile(t, "preview.js") + clientFile(t, "bar.js") + clientFile(t, "doubts.js")
	known := words(t, "da")
	for _, m := range regexp.MustCompile(`words\.(\w+)`).FindAllStringSubmatch(scripts, -1) {
		if _, ok := known[m[1]]; !ok && m[1] != "json" {
			t.Errorf("no word for %s", m[1])
		}
	}
	for key := range known {
		if !strings.Contains(scripts, "words."+key) && !strings.Contains(scripts, `"`+key+`"`) {
			t.Errorf("%s is never said", key)
		}
	}
}

func TestTheBarSpeaksTheSitesLanguage(t *testing.T) {
	for lang, want := range map[string]string{"da": "Forhåndsvisning", "en": "Preview", "": "Preview", "sv": "Preview"} {
		if text := body(t, ask(newWritten("/", lang), "GET", "/-/words.json")); !strings.Contains(text, `"`+want+`"`) {
			t.Errorf("%q: %s", lang, text)
		}
	}
}

func TestIdiomorphIsAsItWasPublished(t *testing.T) {
	const published = "e1e2c7dbd606233d302bac48074fd1307c15609b77ea485c18f1b13d6be67c14" // dist/idiomorph.esm.js of 0.8.0
	if sum := sha256.Sum256([]byte(clientFile(t, "idiomorph.js"))); hex.EncodeToString(sum[:]) != published {
		t.Errorf("idiomorph.js has been changed: %x", sum)
	}
	if !strings.Contains(clientFile(t, "idiomorph.LICENSE"), "Zero-Clause BSD") {
		t.Error("its licence is not beside it")
	}
}
