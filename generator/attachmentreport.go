package main

import (
	"referat/generator/inspect"
	"referat/generator/source"
)

// jsonAttachment is what a file that is published as it is was found to hold, for a program to read: no word of it.
type jsonAttachment struct {
	Path   source.Path  `json:"path"`
	SHA256 string       `json:"sha256"`
	Parts  []jsonPart   `json:"parts"`
	Traces []jsonTrace  `json:"traces"`
	Unread []jsonUnread `json:"unread"`
	Flaws  []jsonUnread `json:"flaws"`
}

type jsonPart struct {
	Path  string `json:"path"`
	Kind  string `json:"kind"`
	Bytes int    `json:"bytes,omitempty"`
}

type jsonTrace struct {
	Kind  string `json:"kind"`
	Path  string `json:"path"`
	Count int    `json:"count"`
}

type jsonUnread struct {
	Why  string `json:"why"`
	Path string `json:"path"`
}

func attachmentsAsJSON(all []attachment) []jsonAttachment {
	list := []jsonAttachment{}
	for _, a := range all {
		r := a.Report
		list = append(list, jsonAttachment{
			Path: shownPath(a.path), SHA256: a.sum(),
			Parts:  eachAs(r.Parts, func(p inspect.Part) jsonPart { return jsonPart{p.Path, string(p.Kind), p.Bytes} }),
			Traces: eachAs(r.Traces, traceAsJSON),
			Unread: eachAs(r.Unread, func(u inspect.Unread) jsonUnread { return jsonUnread{string(u.Why), u.Path} }),
			Flaws:  eachAs(r.Flaws, func(f inspect.Flaw) jsonUnread { return jsonUnread{string(f.Kind), f.Path} }),
		})
	}
	return list
}

func traceAsJSON(t inspect.Trace) jsonTrace { return jsonTrace{string(t.Kind), t.Path, t.Count} }

// eachAs is a list as another, never nil: JSON has "[]" of what is empty.
func eachAs[A, B any](list []A, as func(A) B) []B {
	other := make([]B, 0, len(list))
	for _, a := range list {
		other = append(other, as(a))
	}
	return other
}
