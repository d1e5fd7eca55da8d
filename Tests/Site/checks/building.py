"""The sites that are checked, built anew from their records."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from . import planting

ROOT = Path(__file__).resolve().parents[3]
CORPUS = ROOT.parent / "shared/corpora/cstate/jenkins-infra+status"
CORPUS_NOW = "2026-06-20T12:00Z"
SOME_REFUSED = 3
OPEN_RECORD = "incidents/2026/11/2026-11-20-narration-stops.md"
ONE_MORE = "\n[MONITORING 11:55 UTC] The change is taken back everywhere. We are watching the narrators.\n"


@dataclass(frozen=True)
class Builder:
    """Builds with that binary, for that instant, into a folder for each site."""

    allclear: Path
    folder: Path
    now: str

    def demonstration(self):
        return self.build("demonstration", ROOT, self.now)

    def demonstration_with_one_more(self):
        """The same records, and an update that came since."""
        records = self.copy("with-one-more", ROOT)
        with (records / OPEN_RECORD).open("a", encoding="utf-8") as record:
            record.write(ONE_MORE)
        return self.build("with-one-more", records, self.now)

    def demonstration_in(self, language):
        """The same records, with the site's own words in another language."""
        return self.build(f"demonstration-{language}", self.translated(language), self.now)

    def gallery(self, language=None):
        """The made-up sites, each in a folder of its name, in the look of the demonstration and for an instant of
        their own."""
        records = self.translated(language) if language else ROOT
        return self.write(f"gallery-{language}" if language else "gallery", records, "--gallery")

    def hostile(self, audience):
        """A site whose every text is hostile."""
        records = self.emptied(f"hostile-{audience}-records")
        planting.plant(records)
        return self.build(f"hostile-{audience}", records, self.now, "--audience", audience)

    def hostile_words(self):
        """The demonstration, by a language's file that is hostile."""
        records = self.copy("hostile-words", ROOT)
        words = (ROOT / "site-templates/languages/en.phrases").read_text("utf-8")
        (records / "site-templates/languages").mkdir(parents=True)
        (records / "site-templates/languages/en.phrases").write_text(planting.hostile_words(words), "utf-8")
        return self.build("hostile-words", records, self.now)

    def corpus(self):
        """Another team's records, under a site below a folder; nothing where the corpora are absent. They name
        pages of that team's own site, so that theirs is not the address."""
        if not CORPUS.exists():
            return None
        records = self.emptied("corpus-records")
        imported = subprocess.run(
            [self.allclear, "import", "cstate", CORPUS, "--into", records], capture_output=True, text=True)
        if imported.returncode not in (0, SOME_REFUSED):
            sys.exit(f"the corpus was not imported:\n{imported.stderr}")
        settings = records / "status.yml"
        address = "https://example.com/status/corpus"
        settings.write_text(re.sub(r"(?m)^  url: .*$", f'  url: "{address}"', settings.read_text("utf-8")), "utf-8")
        return self.build("corpus", records, CORPUS_NOW)

    def starter(self):
        """A new repository."""
        folder = self.emptied("starter")
        subprocess.run([self.allclear, "init", folder, "--now", self.now], check=True, capture_output=True)
        return folder

    def build(self, name, records, now, *options):
        return self.write(name, records, "--now", now, *options)

    def write(self, name, records, *options):
        output = self.emptied(name)
        built = subprocess.run(
            [self.allclear, "build", "--site", records, "--output", output, *options], capture_output=True, text=True)
        if built.returncode:
            sys.exit(f"the site `{name}` was not built:\n{built.stderr}")
        return output

    def translated(self, language):
        records = self.copy(language, ROOT)
        settings = records / "status.yml"
        settings.write_text(
            re.sub(r"(?m)^  language: .*$", f"  language: {language}", settings.read_text("utf-8")), "utf-8")
        return records

    def copy(self, name, site):
        records = self.emptied(name + "-records")
        shutil.copy(site / "status.yml", records)
        for folder in ("incidents", "static"):
            shutil.copytree(site / folder, records / folder)
        return records

    def say(self, records, *command):
        """What a command says of a site, and whether it refused."""
        return subprocess.run(
            [self.allclear, *command, "--site", records, "--now", self.now], capture_output=True, text=True)

    def emptied(self, name):
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder
