package serve

import (
	"bytes"
	"embed"
	"io/fs"
	"net/http"
)

// client is what the preview gives to browsers, and the words of the bar.
//
//go:embed client
var client embed.FS

// answerOwn answers for the preview's own addresses.
func (s *Server) answerOwn(w http.ResponseWriter, r *http.Request, name string) {
	switch name {
	case "events":
		s.events(w, r)
	case "status":
		s.status(w, r)
	case "words.json":
		s.answerClient(w, r, s.words())
	default:
		s.answerClient(w, r, name)
	}
}

// words is the file of the words of the site's language.
func (s *Server) words() string {
	if s.site.Lang == "da" {
		return "words.da.json"
	}
	return "words.en.json"
}

func (s *Server) answerClient(w http.ResponseWriter, r *http.Request, name string) {
	data, err := fs.ReadFile(client, "client/"+name)
	if err != nil {
		http.Error(w, "404", http.StatusNotFound)
		return
	}
	s.answerFile(w, r, name, File{Content: bytes.NewReader(data)})
}
