package data

import (
	"encoding/hex"
	"io"
	"strconv"
	"strings"
)

// Catalogue is all data of the site for the portals that gather such (DCAT-AP-DK 2.0), as
// JSON-LD. Its context stands in it, so that nothing has to be fetched to read it.
type Catalogue struct {
	Address     string // of the catalogue's file
	Page        string // of the page for people
	Language    string // "da"
	Title       string
	Description string
	Publisher   Agent
	Contact     string // mailto: or https:
	Licence     string // address; "" of none
	Issued      string // the first day that something was published; "" where it is not known
	Modified    string // the last day that something changed; "" likewise
	Datasets    []Dataset
}

// Agent publishes data.
type Agent struct{ Name, Web string }

// Dataset is a dataset of the catalogue.
type Dataset struct {
	Address       string // which is its name
	Page          string // of what shows the same
	Title         string
	Description   string
	Themes        []string // codes of the EU's data themes
	Frequency     string   // code of the EU's frequencies
	Issued        string   // as of the catalogue
	Modified      string
	Distributions []Distribution
}

// Distribution is a file of a dataset.
type Distribution struct {
	Address    string
	Schema     string // address of what describes it; "" of none
	Size       int64
	Digest     [32]byte // SHA-256
	MediaType  string   // as registered; "" of none
	FileFormat string   // code of the EU's file types
}

// The vocabularies of the EU that the profile takes its values from.
const (
	euVocabulary = "http://publications.europa.eu/resource/authority/"
	mediaTypes   = "https://www.iana.org/assignments/media-types/"
)

// CatalogueJSON writes the catalogue.
func CatalogueJSON(w io.Writer, c Catalogue) error {
	datasets := make([]any, len(c.Datasets))
	for i, d := range c.Datasets {
		datasets[i] = c.dataset(d)
	}
	n := jsonNode{
		"@context": jsonNode{"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
			"skos": "http://www.w3.org/2004/02/skos/core#", "spdx": "http://spdx.org/rdf/terms#", "vcard": "http://www.w3.org/2006/vcard/ns#", "xsd": "http://www.w3.org/2001/XMLSchema#"},
		"@id": c.Address, "@type": "dcat:Catalog",
		"dct:title": c.words(c.Title), "dct:description": c.words(c.Description), "dct:publisher": c.agent(), "dct:language": c.languageNode(),
		"foaf:homepage": typed(c.Page, "foaf:Document"), "dcat:themeTaxonomy": typed(euVocabulary+"data-theme", "skos:ConceptScheme"),
		"dcat:dataset": datasets,
	}
	n.addDays(c.Issued, c.Modified)
	c.addLicence(n)
	return n.write(w)
}

// addLicence says on which terms something may be used, where the authority has said so. Of
// datasets the profile wants it said of their files.
func (c Catalogue) addLicence(n jsonNode) {
	if c.Licence != "" {
		n["dct:license"] = typed(c.Licence, "dct:LicenseDocument")
	}
}

func (c Catalogue) dataset(d Dataset) jsonNode {
	distributions := make([]any, len(d.Distributions))
	for i, one := range d.Distributions {
		distributions[i] = c.distribution(d, one)
	}
	themes := make([]any, len(d.Themes))
	for i, code := range d.Themes {
		themes[i] = typed(euVocabulary+"data-theme/"+code, "skos:Concept")
	}
	n := jsonNode{
		"@id": d.Address, "@type": "dcat:Dataset", "dct:identifier": d.Address,
		"dct:title": c.words(d.Title), "dct:description": c.words(d.Description), "dct:publisher": c.agent(), "dct:language": c.languageNode(),
		"dcat:landingPage": typed(d.Page, "foaf:Document"), "dcat:theme": themes, "dcat:distribution": distributions,
		"dct:accrualPeriodicity": typed(euVocabulary+"frequency/"+d.Frequency, "dct:Frequency"),
	}
	if c.Contact != "" {
		way := "vcard:hasURL"
		if strings.HasPrefix(c.Contact, "mailto:") {
			way = "vcard:hasEmail"
		}
		n["dcat:contactPoint"] = jsonNode{"@type": "vcard:Kind", "vcard:fn": c.Publisher.Name, way: jsonNode{"@id": c.Contact}}
	}
	n.addDays(d.Issued, d.Modified)
	return n
}

func (c Catalogue) distribution(d Dataset, f Distribution) jsonNode {
	n := jsonNode{
		"@type":          "dcat:Distribution",
		"dcat:accessURL": jsonNode{"@id": d.Address}, "dcat:downloadURL": jsonNode{"@id": f.Address},
		"dct:format":    typed(euVocabulary+"file-type/"+f.FileFormat, "dct:MediaTypeOrExtent"),
		"dcat:byteSize": jsonNode{"@value": strconv.FormatInt(f.Size, 10), "@type": "xsd:decimal"},
		"spdx:checksum": jsonNode{"@type": "spdx:Checksum", "spdx:algorithm": jsonNode{"@id": "spdx:checksumAlgorithm_sha256"},
			"spdx:checksumValue": jsonNode{"@value": hex.EncodeToString(f.Digest[:]), "@type": "xsd:hexBinary"}},
	}
	if f.MediaType != "" {
		n["dcat:mediaType"] = typed(mediaTypes+f.MediaType, "dct:MediaType")
	}
	if f.Schema != "" {
		n["dct:conformsTo"] = typed(f.Schema, "dct:Standard")
	}
	c.addLicence(n)
	return n
}

// words are a text in the language of the catalogue.
func (c Catalogue) words(text string) jsonNode {
	return jsonNode{"@value": text, "@language": c.Language}
}

func (c Catalogue) agent() jsonNode {
	n := jsonNode{"@type": "foaf:Agent", "foaf:name": c.words(c.Publisher.Name)}
	if c.Publisher.Web != "" {
		n["@id"] = c.Publisher.Web
	}
	return n
}

func (c Catalogue) languageNode() jsonNode {
	code := "DAN"
	if c.Language == "en" {
		code = "ENG"
	}
	return typed(euVocabulary+"language/"+code, "dct:LinguisticSystem")
}

// addDays tells when something was first published and when it last changed, where that is
// known.
func (n jsonNode) addDays(issued, modified string) {
	if issued != "" {
		n["dct:issued"] = day(issued)
	}
	if modified != "" {
		n["dct:modified"] = day(modified)
	}
}

func day(iso string) jsonNode { return jsonNode{"@value": iso, "@type": "xsd:date"} }

// typed is what stands at an address, and what kind of thing that is.
func typed(address, kind string) jsonNode { return jsonNode{"@id": address, "@type": kind} }
