package hosting

// Header is one line of an answer's head.
type Header struct{ Name, Value string }

// Headers are what a web server sends with every answer of the site, and what
// the preview sends, so that a page that breaks under them is seen to. Secure
// adds what only holds where the site stands behind TLS. No value holds a quote,
// a backslash or a dollar sign.
func Headers(secure bool) []Header {
	policy := "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; " +
		"manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
	if secure {
		policy += "; upgrade-insecure-requests"
	}
	headers := []Header{
		{"Content-Security-Policy", policy},
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "strict-origin-when-cross-origin"},
		// All that a browser may ask a reader for or tell of him; writing to the
		// clipboard stays, for links that copy an address.
		{"Permissions-Policy", "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), clipboard-read=(), display-capture=(), " +
			"encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), " +
			"microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), " +
			"storage-access=(), usb=(), xr-spatial-tracking=()"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
	}
	if secure {
		headers = append(headers, Header{"Strict-Transport-Security", "max-age=31536000; includeSubDomains"})
	}
	return headers
}

// How long a browser keeps a file: Fresh makes it ask whether the file has
// changed, at each use, by the entity tag; Kept never asks, for a year.
const (
	Fresh = "no-cache"
	Kept  = "public, max-age=31536000, immutable"
)

// A page that is gone leaves search engines too.
const robotsHeader, noRobots = "X-Robots-Tag", "noindex"
