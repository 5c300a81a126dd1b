package inspect

import (
	"encoding/base64"
	"strings"
	"testing"

	"referat/generator/inspect/found"
)

func TestMarkupIsReadAsReadersSeeItAndAsItHides(t *testing.T) {
	n := planted
	for _, c := range []struct{ name, data, path string }{
		{"side.html", "<p>" + n[:4] + "<b>" + n[4:] + "</b></p>", ""},
		{"side.html", "<p>&#48;" + n[1:] + "</p>", ""},
		{"side.html", `<img alt="nr. ` + n + `">`, "#attributes"},
		{"side.html", "<!-- " + n + " -->", "#attributes"},
		{"side.html", "<script>x = '" + n + "'</script>", ""},
		{"data.xml", "<a><b>" + n + "</b></a>", ""},
		{"data.xml", `<a b="&#48;` + n[1:] + `"/>`, "#attributes"},
		{"data.xml", `<?xml version="1.0" encoding="ISO-8859-1"?>` + "<a>p\xE5 " + n + "</a>", ""},
		{"data.xml", "<a><![CDATA[" + n[:4] + "]]>" + n[4:] + "</a>", ""},
		{"figur.svg", `<svg xmlns="http://www.w3.org/2000/svg"><text>` + n[:4] + "<tspan>" + n[4:] + "</tspan></text></svg>", ""},
		{"figur.svg", `<svg><desc>` + n + "</desc></svg>", ""},
	} {
		l := look(c.name, []byte(c.data))
		l.checkFound(t, c.path)
		l.checkUnread(t)
	}
}

func TestProgramsInMarkupAreReported(t *testing.T) {
	for name, data := range map[string]string{"a.html": "<SCRIPT>x</SCRIPT>", "a.svg": `<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>`} {
		look(name, []byte(data)).checkTraces(t, found.Script)
	}
}

func TestMeasuresAreNoWords(t *testing.T) {
	digits := strings.Replace(planted, "-", "", 1)
	l := look("a.xml", []byte(`<a b="1360.`+digits+`" c="`+digits+`.5cm, 2"/>`))
	if words := l.words["#attributes"]; words != "" {
		t.Errorf("words are %q", words)
	}
}

func TestAFileInAnAddressIsRead(t *testing.T) {
	file := "data:text/plain;base64," + base64.StdEncoding.EncodeToString([]byte(zipped("a.txt", planted)))
	for name, data := range map[string]string{"a.html": `<a href="` + file + `">x</a>`, "a.svg": `<svg><image href="` + file + `"/></svg>`} {
		look(name, []byte(data)).checkFound(t, "#file!a.txt")
	}
}
