package inspect

import (
	"encoding/binary"

	"referat/generator/inspect/found"
	"referat/generator/inspect/letters"
)

// isCertificate tells whether bytes are one value of ASN.1 of some length, as certificates and signatures are.
func isCertificate(data []byte) bool {
	const head = 4
	return at(data, 0, "\x30\x82") && len(data) >= head && int(binary.BigEndian.Uint16(data[2:])) == len(data)-head
}

// readCertificate reads whose a certificate is: names stand in it as letters.
func readCertificate(data []byte, in *found.Into) {
	in.Part("", found.Certificate, len(data))
	in.Words("", letters.In(data))
}
