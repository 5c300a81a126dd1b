package serve

import (
	"net/http"
	"os"
)

// Handler answers for the files of root below base, which begins and ends with a slash.
func Handler(root *os.Root, base string) http.Handler {
	published := func(string) Status { return Status{Published: true} }
	return New(Site{Base: base, Lang: "da", File: Folder(root), Status: published})
}
