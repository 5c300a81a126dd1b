package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// webServer is a real web server that answers for a site by the rules that the
// build wrote for it.
type webServer struct {
	name     string
	needed   bool     // make test sees to it that it is there
	programs []string // names of the program, on the PATH or beside it
	ready    string   // what it says when it answers
	settings func(t *testing.T, s serverPlace) (args []string)
}

// serverPlace is where a web server finds things and leaves its own.
type serverPlace struct {
	root string // its document root; the site lies below it at the path of its base
	site string // the output folder
	own  string // for the server's own files
	port string
}

func webServers() []webServer {
	return []webServer{
		{"nginx", true, []string{"nginx", "/usr/sbin/nginx"}, "event method", nginxSettings},
		{"apache", false, []string{"apache2", "/usr/sbin/apache2"}, "resuming normal operations", apacheSettings},
		{"caddy", false, []string{"caddy"}, "serving initial configuration", caddySettings},
	}
}

func (s serverPlace) write(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(s.own, name)
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func nginxSettings(t *testing.T, s serverPlace) []string {
	text := `daemon off; master_process off; pid nginx.pid; error_log stderr notice; events {}
http {
	access_log off; client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
	server { listen 127.0.0.1:` + s.port + `; root "` + s.root + `"; include "` + s.site + `/_server/nginx.conf"; }
}
`
	return []string{"-p", s.own, "-e", "stderr", "-c", s.write(t, "nginx.conf", text)}
}

// apacheSettings loads the modules that the rules say they need, and what any
// server has, and lets only the rules speak of the site.
func apacheSettings(t *testing.T, s serverPlace) []string {
	var b strings.Builder
	for _, m := range []string{"mpm_event", "authz_core", "unixd", "headers", "rewrite", "setenvif", "mime", "dir", "filter", "deflate", "autoindex"} {
		if file := "/usr/lib/apache2/modules/mod_" + m + ".so"; exists(file) {
			fmt.Fprintf(&b, "LoadModule %s_module %s\n", m, file)
		}
	}
	if os.Getuid() == 0 {
		b.WriteString("User nobody\nGroup nogroup\n")
	}
	fmt.Fprintf(&b, `Listen 127.0.0.1:%s
ServerName 127.0.0.1
PidFile %s/apache.pid
DefaultRuntimeDir %[2]s
ErrorLog /dev/stderr
TypesConfig /dev/null
<FilesMatch "^\.ht">
Require all denied
</FilesMatch>
DocumentRoot "%s"
<Directory "%[3]s">
Options Indexes FollowSymLinks
AllowOverride None
</Directory>
<Directory "%s">
AllowOverride FileInfo Indexes
</Directory>
`, s.port, s.own, s.root, s.site)
	return []string{"-D", "FOREGROUND", "-d", s.own, "-f", s.write(t, "apache.conf", b.String())}
}

func caddySettings(t *testing.T, s serverPlace) []string {
	text := "{\n\tadmin off\n\tauto_https off\n}\nhttp://127.0.0.1:" + s.port + " {\n\tbind 127.0.0.1\n\troot * \"" + s.root + "\"\n\timport \"" + s.site + "/_server/Caddyfile\"\n}\n"
	return []string{"run", "--adapter", "caddyfile", "--config", s.write(t, "Caddyfile", text)}
}

func exists(file string) bool { _, err := os.Stat(file); return err == nil }

// program is the server's program. One that make test provides is no matter of
// taste.
func (w webServer) program(t *testing.T) string {
	t.Helper()
	for _, name := range w.programs {
		if file, err := exec.LookPath(name); err == nil {
			return file
		}
	}
	if w.needed {
		t.Fatalf("no %s: install it (Debian: apt-get install nginx-light)", w.name)
	}
	t.Skipf("there is no %s on this machine; the rules for it are compared with their golden files only", w.name)
	return ""
}

// folderForServers is a folder that a server may read that has given up the rights
// it was started with.
func folderForServers(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "referat")
	if err == nil {
		err = os.Chmod(dir, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// start runs the server until the test ends, and gives the address of its root.
func (w webServer) start(t *testing.T, root, site string) string {
	t.Helper()
	program := w.program(t)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(l.Addr().String())
	_ = l.Close()
	place := serverPlace{root: root, site: site, own: t.TempDir(), port: port}
	cmd := exec.Command(program, w.settings(t, place)...)
	cmd.Env = append(os.Environ(), "HOME="+place.own)
	said, err := cmd.StderrPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	ready, ended := make(chan struct{}), make(chan string, 1)
	go w.listen(said, ready, ended)
	t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		if words := <-ended; t.Failed() {
			t.Logf("%s said: %s", w.name, words)
		}
		_ = cmd.Wait() // it ends as it was told to
	})
	select {
	case <-ready:
	case words := <-ended:
		ended <- ""
		t.Fatalf("%s does not start: %s", w.name, words)
	case <-time.After(time.Minute):
		t.Fatalf("%s does not say that it is ready", w.name)
	}
	return "http://127.0.0.1:" + port
}

// listen waits for the word that the server answers, and for its end.
func (w webServer) listen(said io.Reader, ready chan<- struct{}, ended chan<- string) {
	var words strings.Builder
	told := false
	lines := bufio.NewScanner(said)
	for lines.Scan() {
		words.WriteString(lines.Text() + "\n")
		if !told && strings.Contains(lines.Text(), w.ready) {
			told = true
			close(ready)
		}
	}
	ended <- words.String()
}
