package hosting

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
)

// iis writes web.config. IIS has no rule of its own for what is gone or moved:
// that is said in the language of its module URL Rewrite. What may stand in a
// configuration above is taken away before it is set, since a second entry of one
// name ends in status 500.
func (s Site) iis() []byte {
	r := &rules{}
	r.line(`<?xml version="1.0" encoding="utf-8"?>`)
	r.line("<!-- Rules for IIS 10 with the module URL Rewrite 2, %s. -->", madeHere)
	r.block("<configuration>", "</configuration>", func() {
		r.block("<system.webServer>", "</system.webServer>", func() {
			s.iisHeaders(r)
			s.iisFiles(r)
			s.iisAddresses(r)
		})
		for i, folder := range s.goneFolders() {
			r.block("<location path="+xmlQuoted(folder)+">", "</location>", func() {
				r.block("<system.webServer>", "</system.webServer>", func() {
					r.line("<httpProtocol><customHeaders><add name=%s value=%s /></customHeaders></httpProtocol>", xmlQuoted(robotsHeader), xmlQuoted(noRobots))
					r.line(`<httpErrors><remove statusCode="410" /><error statusCode="410" path=%s responseMode="File" /></httpErrors>`, xmlQuoted(strings.ReplaceAll(s.Gone[i], "/", `\`)))
				})
			})
		}
		for _, kept := range s.Kept {
			r.block("<location path="+xmlQuoted(kept)+">", "</location>", func() {
				r.line(`<system.webServer><staticContent><clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" cacheControlCustom="public, immutable" /></staticContent></system.webServer>`)
			})
		}
	})
	return r.bytes()
}

func (s Site) iisHeaders(r *rules) {
	r.block("<httpProtocol>", "</httpProtocol>", func() {
		r.block("<customHeaders>", "</customHeaders>", func() {
			r.line(`<remove name="X-Powered-By" />`)
			for _, h := range Headers(s.Secure) {
				r.line("<remove name=%s />", xmlQuoted(h.Name))
				r.line("<add name=%s value=%s />", xmlQuoted(h.Name), xmlQuoted(h.Value))
			}
		})
	})
}

func (s Site) iisFiles(r *rules) {
	r.line(`<urlCompression doStaticCompression="true" />`)
	r.line(`<directoryBrowse enabled="false" />`)
	r.line(`<defaultDocument enabled="true"><files><clear /><add value="index.html" /></files></defaultDocument>`)
	r.block("<staticContent>", "</staticContent>", func() {
		r.line(`<clientCache cacheControlMode="DisableCache" />`)
		for _, t := range fileTypes() {
			for _, ext := range t.singles() { // it knows no other
				r.line("<remove fileExtension=%s />", xmlQuoted(ext))
				r.line("<mimeMap fileExtension=%s mimeType=%s />", xmlQuoted(ext), xmlQuoted(t.whole()))
			}
		}
	})
}

func (s Site) iisAddresses(r *rules) {
	r.block("<security><requestFiltering><hiddenSegments>", "</hiddenSegments></requestFiltering></security>", func() {
		for _, name := range append(hiddenFiles(), serverFolder) {
			r.line("<remove segment=%s />", xmlQuoted(name))
			r.line("<add segment=%s />", xmlQuoted(name))
		}
	})
	r.block(`<httpErrors errorMode="Custom" existingResponse="Replace">`, "</httpErrors>", func() {
		for _, status := range []string{"403", "404"} {
			r.line("<remove statusCode=%s />", xmlQuoted(status))
			r.line(`<error statusCode=%s path=%s responseMode="File" />`, xmlQuoted(status), xmlQuoted(s.Missing))
		}
	})
	r.block("<rewrite>", "</rewrite>", func() {
		r.block("<rules><clear />", "</rules>", func() {
			for i, folder := range s.goneFolders() {
				r.block(fmt.Sprintf(`<rule name="gone %d" stopProcessing="true">`, i+1), "</rule>", func() {
					r.line("<match url=%s />", xmlQuoted("^"+regexp.QuoteMeta(folder)+`(/(index\.html)?)?$`))
					r.line(`<action type="CustomResponse" statusCode="410" statusReason="Gone" statusDescription="Gone" />`)
				})
			}
			for i, d := range s.Redirects {
				r.block(fmt.Sprintf(`<rule name="moved %d" stopProcessing="true">`, i+1), "</rule>", func() {
					r.line("<match url=%s />", xmlQuoted("^"+regexp.QuoteMeta(d.From)+"$"))
					r.line(`<action type="Redirect" url=%s redirectType="Permanent" appendQueryString="false" />`, xmlQuoted(s.target(d)))
				})
			}
		})
		s.iisNamed(r)
	})
}

// iisNamed says what files are that are known by their whole names, of which the list of
// types knows the end only.
func (s Site) iisNamed(r *rules) {
	r.block("<outboundRules><clear />", "</outboundRules>", func() {
		for i, n := range namedTypes() {
			r.block(fmt.Sprintf(`<rule name="named %d">`, i+1), "</rule>", func() {
				r.line(`<match serverVariable="RESPONSE_Content_Type" pattern=%s />`, xmlQuoted("^"+regexp.QuoteMeta(n.otherwise())))
				r.line("<conditions><add input=\"{URL}\" pattern=%s /></conditions>", xmlQuoted("/"+regexp.QuoteMeta(n.file)+"$"))
				r.line(`<action type="Rewrite" value=%s />`, xmlQuoted(n.whole()))
			})
		}
	})
}

// xmlQuoted is a text as the value of an attribute.
func xmlQuoted(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes all
	return `"` + b.String() + `"`
}
