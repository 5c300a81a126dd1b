package site

import (
	"time"

	"referat/generator/danish"
	"referat/generator/data"
	"referat/generator/source"
)

// securityAddress is where researchers look for whom to tell of a hole (RFC 9116).
const securityAddress = "/.well-known/security.txt"

// A security.txt that has expired counts as none, and one that holds for more than a
// year is not believed. Staff have a month to look it through.
const (
	daysToRenew  = 30
	daysBelieved = 365
)

// checkSecurity tells when security.txt is missing, grows old, or cannot be found.
func (s *Site) checkSecurity() {
	sec := s.Security
	switch {
	case len(sec.Contacts) == 0 || sec.Expires.IsZero():
		s.report(sec.Pos, source.SecurityMissing)
	case s.Base.Path != "/":
		s.report(sec.Pos, source.SecurityBelowRoot, s.Base.Host, s.Base.Path)
	case s.clock.over(sec.Expires):
		s.report(sec.ExpiresPos, source.SecurityExpired, sec.Expires.String())
	case s.clock.begun(sec.Expires.AddDays(-daysToRenew)):
		s.report(sec.ExpiresPos, source.SecurityExpires, sec.Expires.String())
	case !s.clock.begun(sec.Expires.AddDays(-daysBelieved)):
		s.report(sec.ExpiresPos, source.SecurityFar, sec.Expires.String())
	}
}

// securityFile is security.txt, which only the root of a host can have.
func (s *Site) securityFile() {
	sec := s.Security
	if len(sec.Contacts) == 0 || sec.Expires.IsZero() || s.Base.Path != "/" {
		return
	}
	end := danish.Midnight(sec.Expires.Year, sec.Expires.Month, sec.Expires.Day+1)
	s.put(Output{Path: outputPath(securityAddress), Form: SecurityText, Made: data.Security{
		Contacts: sec.Contacts, Expires: end.UTC().Format(time.RFC3339), Policy: sec.Policy, Languages: sec.PreferredLanguages,
		Canonical: s.absolute(securityAddress)}})
}
