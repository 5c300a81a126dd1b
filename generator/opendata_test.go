package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/piprate/json-gold/ld"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"referat/generator/danish"
	"referat/generator/data"
)

// dataSite is a built site with every kind of data: a table and a series of persons with
// masked counts, minutes with decisions, corrections and attachments.
func dataSite(t *testing.T) map[string][]byte {
	t.Helper()
	dir := furtherSite(t)
	settings, err := os.ReadFile(filepath.Join(dir, "site.toml"))
	must(t, err)
	for name, text := range map[string]string{
		"site.toml":                      string(settings) + tablesSetting + "\n[data]\nlicence = \"CC BY 4.0\"\nlicence_url = \"https://creativecommons.org/licenses/by/4.0/\"\ntheme = \"HEAL\"\n",
		"content/tabeller/personer.toml": strings.Replace(personsText, "../referater/raad/2024-03-05.md", "https://ngc.dk/", 1),
		"content/tabeller/personer.csv":  personCounts()[3],
		"content/genomtal/henviste.toml": "title = \"Henviste\"\nunit = \"personer\"\ndefinition = \"Opdigtede tal til prøve.\"\ndisclosure = { threshold = 5 }\n",
		"content/genomtal/henviste.csv":  "date,value,status,source,note\n2024-01-31,<5,final,https://ngc.dk/,\n2024-02-29,20,final,https://ngc.dk/,=1+1\n",
	} {
		put(t, dir, name, text)
	}
	out := filepath.Join(dir, "public")
	buildInto(t, dir, out)
	return files(t, out)
}

// strict makes a schema refuse fields that it does not name, which readers must not do:
// there may be more of them tomorrow.
func strict(schema any) {
	switch s := schema.(type) {
	case map[string]any:
		if _, is := s["properties"].(map[string]any); is {
			s["additionalProperties"] = false
		}
		for _, part := range s {
			strict(part)
		}
	case []any:
		for _, part := range s {
			strict(part)
		}
	}
}

// schemasOf are the published schemas, by what files say of them.
func schemasOf(t *testing.T, out map[string][]byte) map[string]*jsonschema.Schema {
	t.Helper()
	found := map[string]*jsonschema.Schema{}
	for _, name := range data.SchemaNames() {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(out["data/skema/"+data.SchemaFile(name)]))
		if err != nil {
			t.Fatal(err)
		}
		strict(doc)
		address := doc.(map[string]any)["$id"].(string)
		c := jsonschema.NewCompiler()
		c.AssertFormat()
		if err := c.AddResource(address, doc); err != nil {
			t.Fatal(err)
		}
		if found[data.SchemaVersion(name)], err = c.Compile(address); err != nil {
			t.Fatal(err)
		}
	}
	return found
}

// What an author wrote stands in a table as it was written, also where a spreadsheet would
// take it for a formula.
func TestACellIsWrittenAsItIs(t *testing.T) {
	if text := string(dataSite(t)["genomtal/henviste.csv"]); !strings.Contains(text, ",=1+1,") || !strings.Contains(text, ",<5\r\n") {
		t.Errorf("%s", text)
	}
}

func TestATranslationHasNoItemsOfItsOwn(t *testing.T) {
	out := dataSite(t)
	if items := string(out["data/punkter.csv"]); strings.Contains(items, "/2024-02-06-2/") || !strings.Contains(items, "/2024-02-06/#punkt-1") {
		t.Errorf("%s", items)
	}
	if !bytes.Contains(out["data/referater.ndjson"], []byte("/2024-02-06-2/")) {
		t.Error("but they are public minutes all the same")
	}
}

func TestEveryJSONFileFollowsItsSchema(t *testing.T) {
	out := dataSite(t)
	schemas, seen := schemasOf(t, out), map[string]int{}
	follows := func(name string, text []byte) {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		version, _ := doc.(map[string]any)["schema"].(string)
		schema := schemas[version]
		if schema == nil {
			t.Errorf("%s: there is no schema %q", name, version)
			return
		}
		if address := doc.(map[string]any)["$schema"]; address != schema.Location[:len(schema.Location)-len("#")] {
			t.Errorf("%s: its schema is at %v, not %s", name, address, schema.Location)
		}
		if err := schema.Validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		seen[version]++
	}
	for name, text := range out {
		ofAnotherForm := strings.HasPrefix(name, "data/skema/") || strings.HasPrefix(name, "soeg/indeks/") || strings.HasSuffix(name, ".csv-metadata.json")
		if path.Ext(name) == ".json" && !ofAnotherForm {
			follows(name, text)
		}
	}
	for line := range bytes.Lines(out["data/referater.ndjson"]) {
		follows("referater.ndjson", line)
	}
	for version := range schemas {
		if seen[version] == 0 {
			t.Errorf("no file follows %s", version)
		}
	}
}

func TestTheLinesAreTheFilesBesideThePagesNewestFirst(t *testing.T) {
	out := dataSite(t)
	last, lines := "9", 0
	for line := range bytes.Lines(out["data/referater.ndjson"]) {
		var m struct{ Address, Date string }
		if err := json.Unmarshal(line, &m); err != nil {
			t.Fatal(err)
		}
		beside := out[strings.TrimPrefix(m.Address, "https://example.org/")+"index.json"]
		if !bytes.Equal(line, beside) {
			t.Errorf("%s: the line is another file than that beside its page", m.Address)
		}
		if m.Date > last {
			t.Errorf("%s comes after %s", m.Date, last)
		}
		last = m.Date
		lines++
	}
	pages := 0
	for name := range out {
		if regexp.MustCompile(`^referater/[^/]+/\d{4}-\d\d-\d\d(-\d+)?/index\.json$`).MatchString(name) {
			pages++
		}
	}
	if lines != pages || lines < 4 {
		t.Errorf("%d lines, but %d minutes", lines, pages)
	}
}

func TestTheDigestsOfTheDataAreRight(t *testing.T) {
	out := dataSite(t)
	listed := map[string]string{}
	for line := range strings.Lines(string(out["data/sha256sums.txt"])) {
		sum, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		name = path.Join("data", name)
		if is := sha256.Sum256(out[name]); !ok || out[name] == nil || sum != hex.EncodeToString(is[:]) {
			t.Errorf("%q is not the digest of a file", line)
		}
		listed[name] = sum
	}
	page := string(out["data/index.html"])
	for name := range out {
		folder, file := path.Split(name)
		isData := strings.HasPrefix(folder, "data/") || path.Ext(file) == ".csv" || strings.HasSuffix(file, ".csv-metadata.json")
		if !isData || file == "index.html" || file == "sha256sums.txt" {
			continue
		}
		if listed[name] == "" {
			t.Errorf("%s has no digest", name)
		}
		if !strings.Contains(page, listed[name]) || !strings.Contains(page, ">"+name+" (") {
			t.Errorf("the page about the data does not name %s with its digest", name)
		}
	}
}

// described is a CSV file with the description of its columns.
type described struct {
	URL         string
	TableSchema struct {
		Columns []struct {
			Name, Titles, Separator string
			Datatype                any
			Required                bool
			Description             string `json:"dc:description"`
		}
	}
}

func TestEveryTableIsAsItsDescriptionSays(t *testing.T) {
	out, tables := dataSite(t), 0
	for name, text := range out {
		file, is := strings.CutSuffix(name, "-metadata.json")
		if !is {
			continue
		}
		tables++
		var d described
		if err := json.Unmarshal(text, &d); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(out[file])).ReadAll()
		if err != nil || d.URL != path.Base(file) || len(rows) < 2 || len(rows[0]) != len(d.TableSchema.Columns) {
			t.Fatalf("%s describes %s: %v", name, d.URL, err)
		}
		for i, c := range d.TableSchema.Columns {
			if c.Name != rows[0][i] || c.Titles != c.Name || c.Description == "" {
				t.Errorf("%s: column %d is %+v, not %s", name, i, c, rows[0][i])
			}
			for _, row := range rows[1:] {
				if !fits(row[i], c.Datatype) || c.Required && row[i] == "" {
					t.Errorf("%s: %q is no %v (required: %v)", name, row[i], c.Datatype, c.Required)
				}
			}
		}
	}
	if tables < 4 {
		t.Errorf("only %d tables", tables)
	}
}

// fits tells that a cell is of a type of CSVW. An empty one says nothing.
func fits(cell string, datatype any) bool {
	format := ""
	if d, is := datatype.(map[string]any); is {
		datatype, format = d["base"], d["format"].(string)
	}
	if cell == "" {
		return true
	}
	switch datatype {
	case "date":
		d, err := danish.ParseDate(cell)
		return err == nil && d.String() == cell && format == "yyyy-MM-dd"
	case "integer":
		_, err := strconv.Atoi(cell)
		return err == nil
	case "anyURI":
		return strings.HasPrefix(cell, "https://")
	case "boolean":
		return slices.Contains(strings.Split(format, "|"), cell)
	case "string":
		return format == "" || slices.Contains(strings.Split(format, "|"), cell)
	}
	return false
}

func TestThePageOfTheDataExplainsEveryColumn(t *testing.T) {
	out := dataSite(t)
	page := string(out["data/index.html"])
	for name, text := range out {
		if path.Ext(name) != ".csv" || strings.HasPrefix(name, "referater/") {
			continue
		}
		_, section, _ := strings.Cut(page, ">"+name+" (")
		section, _, _ = strings.Cut(section, "</table>")
		var explained []string
		for _, m := range regexp.MustCompile(`<th scope="?row"?><code>(\w+)</code>`).FindAllStringSubmatch(section, -1) {
			explained = append(explained, m[1])
		}
		header, _, _ := strings.Cut(string(text), "\r\n")
		if got := strings.Join(explained, ","); got != header {
			t.Errorf("%s: the page explains %q, but it has %q", name, got, header)
		}
	}
}

// offline gives no document: what the catalogue means must not depend on others.
type offline struct{ t *testing.T }

func (o offline) LoadDocument(address string) (*ld.RemoteDocument, error) {
	o.t.Errorf("%s is asked for", address)
	return nil, ld.NewJsonLdError(ld.LoadingDocumentFailed, address)
}

const (
	dcat, dct = "http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/"
	foaf      = "http://xmlns.com/foaf/0.1/"
	vcard     = "http://www.w3.org/2006/vcard/ns#"
	spdx      = "http://spdx.org/rdf/terms#"
)

// catalogueNodes are the things that a catalogue tells of, by their types, as RDF.
func catalogueNodes(t *testing.T, text []byte) map[string][]map[string]any {
	t.Helper()
	var doc any
	if err := json.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	options := ld.NewJsonLdOptions("")
	options.DocumentLoader = offline{t}
	flat, err := ld.NewJsonLdProcessor().Flatten(doc, nil, options)
	if err != nil {
		t.Fatal(err)
	}
	nodes := map[string][]map[string]any{}
	for _, n := range flat.([]any) {
		node := n.(map[string]any)
		types, _ := node["@type"].([]any)
		for _, kind := range types {
			nodes[kind.(string)] = append(nodes[kind.(string)], node)
		}
	}
	return nodes
}

// TestTheCatalogueHasWhatTheProfileAsksFor holds the properties that DCAT-AP-DK 2.0 makes
// mandatory, and those of the recommended that a portal needs.
func TestTheCatalogueHasWhatTheProfileAsksFor(t *testing.T) {
	out := dataSite(t)
	nodes := catalogueNodes(t, out["data/katalog.jsonld"])
	for kind, properties := range map[string][]string{
		dcat + "Catalog":      {dct + "title", dct + "description", dct + "publisher", dcat + "dataset", foaf + "homepage", dct + "language", dcat + "themeTaxonomy"},
		dcat + "Dataset":      {dct + "title", dct + "description", dct + "identifier", dct + "publisher", dcat + "contactPoint", dcat + "theme", dcat + "distribution", dcat + "landingPage", dct + "accrualPeriodicity", dct + "language"},
		dcat + "Distribution": {dcat + "accessURL", dcat + "downloadURL", dct + "format", dcat + "byteSize", spdx + "checksum", dct + "conformsTo"},
		foaf + "Agent":        {foaf + "name"},
		vcard + "Kind":        {vcard + "fn"},
		spdx + "Checksum":     {spdx + "algorithm", spdx + "checksumValue"},
	} {
		if len(nodes[kind]) == 0 {
			t.Errorf("there is no %s", kind)
		}
		for _, node := range nodes[kind] {
			for _, property := range properties {
				if values, _ := node[property].([]any); len(values) == 0 {
					t.Errorf("%s %v has no %s", kind, node["@id"], property)
				}
			}
		}
	}
	for _, d := range nodes[dcat+"Distribution"] {
		address := d[dcat+"downloadURL"].([]any)[0].(map[string]any)["@id"].(string)
		size := d[dcat+"byteSize"].([]any)[0].(map[string]any)["@value"]
		file := out[strings.TrimPrefix(address, "https://example.org/")]
		if file == nil || size != strconv.Itoa(len(file)) {
			t.Errorf("%s has %v bytes, not %d", address, size, len(file))
		}
		sum := sha256.Sum256(file)
		if !bytes.Contains(out["data/katalog.jsonld"], []byte(hex.EncodeToString(sum[:]))) {
			t.Errorf("the digest of %s is another", address)
		}
	}
	if text := string(out["data/katalog.jsonld"]); !strings.Contains(text, "data-theme/HEAL") || !strings.Contains(text, "creativecommons") {
		t.Error("theme or licence of site.toml are not in it")
	}
	if len(nodes[dcat+"Dataset"]) < 6 {
		t.Errorf("only %d datasets", len(nodes[dcat+"Dataset"]))
	}
}
