package serve

import "net/http"

// refuse says in the site's language why there is no answer.
func (s *Server) refuse(w http.ResponseWriter, status int, danish, english string) {
	lang, why := "en", english
	if s.site.Lang == "da" {
		lang, why = "da", danish
	}
	w.Header().Set("Content-Language", lang)
	http.Error(w, why, status)
}

// unread tells of a file that stands in the site but cannot be read.
func (s *Server) unread(w http.ResponseWriter, err error) {
	s.refuse(w, http.StatusInternalServerError, `filen kan ikke læses: systemet melder "`+err.Error()+`"`, "the file cannot be read: "+err.Error())
}
