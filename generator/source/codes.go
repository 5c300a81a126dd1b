package source

// Code names a kind of problem. Codes are stable: scripts, editors and issues
// refer to them, so a code is never given a new meaning.
type Code string

const (
	SiteMissing     Code = "site-missing"
	FileUnreadable  Code = "file-unreadable"
	FileTooLarge    Code = "file-too-large"
	FileNotUTF8     Code = "file-not-utf8"
	LinkOutside     Code = "link-outside"
	AddressConflict Code = "address-conflict"
	BadFileName     Code = "bad-file-name"
	ReservedName    Code = "reserved-name"
	ContentMissing  Code = "content-missing"
	NotAFile        Code = "not-a-file"
	LinkAround      Code = "link-around"
	ConflictCopy    Code = "conflict-copy"
	FileChanged     Code = "file-changed"

	FrontMatterMissing Code = "front-matter-missing"
	FrontMatterOpen    Code = "front-matter-open"
	TOMLSyntax         Code = "toml-syntax"
	UnknownKey         Code = "unknown-key"
	WrongType          Code = "wrong-type"
	MissingKey         Code = "missing-key"
	BadValue           Code = "bad-value"
	BadDate            Code = "bad-date"
	BadPartialDate     Code = "bad-partial-date"
	DateIncomplete     Code = "date-incomplete"
	BadTime            Code = "bad-time"
	BadInstant         Code = "bad-instant"
	EndBeforeStart     Code = "end-before-start"
	BadAddress         Code = "bad-address"
	PathDisagrees      Code = "path-disagrees"
	UnknownCommittee   Code = "unknown-committee"
	UnknownSubject     Code = "unknown-subject"
	DuplicateItem      Code = "duplicate-item"
	ItemNotOnAgenda    Code = "item-not-on-agenda"
	UnknownItem        Code = "unknown-item"
	DuplicateKey       Code = "duplicate-key"
	ApprovedEarly      Code = "approved-early"
	NotYetHeld         Code = "not-yet-held"
	UnknownSection     Code = "unknown-section"
	AliasConflict      Code = "alias-conflict"
	JointNotMutual     Code = "joint-not-mutual"
	OrderConflict      Code = "order-conflict"

	RawHTML        Code = "raw-html"
	HTMLComment    Code = "html-comment"
	CommentOpen    Code = "comment-open"
	HeadingForm    Code = "heading-form"
	ImageOutside   Code = "image-outside"
	TableCells     Code = "table-cells"
	FootnoteUnused Code = "footnote-unused"
	ReferenceLost  Code = "reference-lost"
	HeadingLink    Code = "heading-link"
	DateAsList     Code = "date-as-list"
	ImageAlt       Code = "image-alt"
	UnsafeLink     Code = "unsafe-link"
	DeadLink       Code = "dead-link"
	DeadAnchor     Code = "dead-anchor"
	LinkNotPublic  Code = "link-not-public"
	LinkSpace      Code = "link-space"
	FenceOpen      Code = "fence-open"
	FenceUnknown   Code = "fence-unknown"
	DecisionAstray Code = "decision-astray"
	NestingTooDeep Code = "nesting-too-deep"
	EmptyLink      Code = "empty-link"

	AttachmentMissing Code = "attachment-missing"
	AttachmentRefused Code = "attachment-refused"
	FileNotPublished  Code = "file-not-published"

	SeriesWithoutTable Code = "series-without-table"
	TableWithoutSeries Code = "table-without-series"
	CSVHeader          Code = "csv-header"
	CSVRow             Code = "csv-row"
	CSVValue           Code = "csv-value"
	CSVSource          Code = "csv-source"
	CSVDuplicate       Code = "csv-duplicate"
	CountFalls         Code = "count-falls"

	StatementMissing  Code = "statement-missing"
	StatementAhead    Code = "statement-ahead"
	StatementOld      Code = "statement-old"
	StatementOverdue  Code = "statement-overdue"
	StatementExcused  Code = "statement-excused"
	OverdueReason     Code = "overdue-reason"
	OverdueReasonIdle Code = "overdue-reason-idle"
	BaseIsExample     Code = "base-is-example"
	BaseCharacter     Code = "base-character"

	LayoutSyntax   Code = "layout-syntax"
	LayoutField    Code = "layout-field"
	LayoutType     Code = "layout-type"
	LayoutMissing  Code = "layout-missing"
	LabelMissing   Code = "label-missing"
	LabelsMissing  Code = "labels-missing"
	AssetMissing   Code = "asset-missing"
	LayoutConstant Code = "layout-constant"

	ProgramFault   Code = "program-fault"
	ForeignFile    Code = "foreign-file"
	OutputLink     Code = "output-link"
	OutputUnusable Code = "output-unusable"
	OutputOccupied Code = "output-occupied"
	Interrupted    Code = "interrupted"
	VerifyDiffers  Code = "verify-differs"

	UnknownOutput Code = "unknown-output"
	NotPublic     Code = "not-public"

	UsageCommand  Code = "usage-command"
	UsageFlag     Code = "usage-flag"
	UsageValue    Code = "usage-value"
	UsageArgument Code = "usage-argument"
	UsagePreview  Code = "usage-preview"
	UsageOutput   Code = "usage-output"
	UsageFolder   Code = "usage-folder"
	UsagePath     Code = "usage-path"
	ServeFailed   Code = "serve-failed"
)

// Codes gives every code that the table knows.
func Codes() []Code {
	codes := make([]Code, 0, len(messages))
	for c := range messages {
		codes = append(codes, c)
	}
	return codes
}
