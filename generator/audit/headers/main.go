// Command headers prints the headers that the site's host should send, in the
// form of a _headers file, for the audit of a site that has no such file.
package main

import (
	"fmt"

	"referat/generator/hosting"
)

func main() {
	fmt.Println("/*")
	for _, header := range hosting.Headers(true) {
		fmt.Printf("  %s: %s\n", header.Name, header.Value)
	}
}
