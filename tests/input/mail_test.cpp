#include "input/mail/mail.hpp"

#include <newsarc/error.hpp>

#include <string>
#include <utility>
#include <vector>

#include "input/page_samples.hpp"
#include "support/catch.hpp"
#include "support/error_code.hpp"

using namespace newsarc;
using namespace newsarc::tests;

namespace {

std::vector<Document> read(const std::string& mail) {
    std::vector<Document> out;
    input::read_mail(mail, [&](Document document) { out.push_back(std::move(document)); });
    return out;
}

std::string text_of(const Document& document) {
    std::string out;
    for (const Block& block : document.blocks) {
        if (block.role == BlockRole::paragraph) out += block.text + "\n";
    }
    return out;
}

const std::string head =
    "From: Jane Roe <jane@post.example>\r\nTo: readers@post.example\r\nDate: Tue, 21 Jan 2025 08:00:00 "
    "+0100\r\n"
    "Message-ID: <bridge.1@post.example>\r\nSubject: Bridge closed\r\nMIME-Version: 1.0\r\n";

}  // namespace

TEST_CASE("a message in plain text") {
    const auto documents = read(head + "\r\nThe bridge is closed.\r\n\r\n> It was open.\r\n");
    REQUIRE(documents.size() == 1);
    const Document& mail = documents[0];
    CHECK(mail.headline == "Bridge closed");
    CHECK(mail.authors == std::vector<std::vector<std::string>>{{"Jane Roe"}});
    REQUIRE_FALSE(mail.published.empty());
    CHECK(mail.published[0] == "2025-01-21T08:00:00+01:00");
    CHECK(mail.key == "bridge.1@post.example");
    CHECK(mail.credit == "post.example");
    CHECK(text_of(mail) == "The bridge is closed.\n> It was open.\n");
}

TEST_CASE("what transfer encodings, charsets and wrapped lines did to a text is undone") {
    struct Row {
        std::string headers;
        std::string body;
        std::string text;
    };
    const std::vector<Row> rows{
        {"Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n",
         "The caf=E9 is=\r\n open.", "The café is open.\n"},
        {"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n",
         "VGhlIGNhZsOpLg==", "The café.\n"},
        {"Content-Type: text/plain; format=flowed\r\n", "The bridge \r\nis closed.\r\nIt is.",
         "The bridge is closed.\nIt is.\n"},
        {"Content-Type: text/plain; format=flowed; delsp=yes\r\n", "Donau \r\ndampfer.", "Donaudampfer.\n"},
        {"Content-Type: text/plain; format=flowed; delsp=yes\r\n", "The bridge  \r\nis shut.",
         "The bridge is shut.\n"},
        // Not all that write it so leave two blanks between words.
        {"Content-Type: text/plain; format=flowed; delsp=yes\r\n", "The bridge \r\nis shut.",
         "The bridge is shut.\n"},
        {"Content-Type: text/plain; charset=nonsense\r\n", "The caf\xC3\xA9.", "The café.\n"},
        {"", "The harbour office said on Monday that the swing bridge will be\r\nclosed until May.",
         "The harbour office said on Monday that the swing bridge will be closed until May.\n"},
    };
    for (const Row& row : rows) {
        INFO(row.headers << row.body);
        CHECK(text_of(read(head + row.headers + "\r\n" + row.body)[0]) == row.text);
    }
}

TEST_CASE("a newsletter is read as a page, with the address that it has in the browser") {
    const std::string html =
        "<html><body><a href='https://post.example/letter/7'>View in your browser</a><h1>Bridge Closed</h1>" +
        story + "</body></html>";
    const auto documents =
        read(head +
             "List-Id: Harbour Letter <letter.post.example>\r\nContent-Type: multipart/alternative; "
             "boundary=x\r\n\r\n--x\r\n"
             "Content-Type: text/plain\r\n\r\nSee the browser.\r\n--x\r\nContent-Type: text/html\r\n\r\n" +
             html + "\r\n--x--\r\n");
    REQUIRE(documents.size() == 1);
    CHECK(documents[0].headline == "Bridge closed");
    CHECK(documents[0].credit == "Harbour Letter");
    CHECK(documents[0].url == "https://post.example/letter/7");
    CHECK(text_of(documents[0]).find(second_paragraph) != std::string::npos);
}

TEST_CASE("an attached message is an article of its own, other attachments are named") {
    const auto documents =
        read(head +
             "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nSee below.\r\n--x\r\n"
             "Content-Type: message/rfc822\r\n\r\nFrom: Ali Khan <ali@post.example>\r\nSubject: Ferry "
             "sold\r\n\r\nIt is sold.\r\n"
             "--x\r\nContent-Type: application/pdf; name=tides.pdf\r\nContent-Disposition: attachment; "
             "filename=tides.pdf\r\n\r\nx\r\n--x--\r\n");
    REQUIRE(documents.size() == 2);
    REQUIRE(documents[0].notes.size() == 1);
    CHECK(documents[0].notes[0].text == "Attached: tides.pdf");
    CHECK(documents[1].headline == "Ferry sold");
    CHECK(documents[1].authors == std::vector<std::vector<std::string>>{{"Ali Khan"}});
}

TEST_CASE("a page that a browser saved as MHTML is a page") {
    const auto documents = read(
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://post.example/bridge\r\nSubject: "
        "Bridge\r\n"
        "Date: Wed, 22 Jan 2025 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; "
        "type=\"text/html\"; boundary=x\r\n\r\n"
        "--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: "
        "https://post.example/bridge\r\n\r\n"
        "<html><body><h1>Bridge Closed</h1>" +
        story + "</body></html>\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>A frame.\r\n--x--\r\n");
    REQUIRE(documents.size() == 1);
    CHECK(documents[0].headline == "Bridge Closed");
    CHECK(documents[0].url == "https://post.example/bridge");
    for (const std::string& date : documents[0].published)
        CHECK(date.find("2025-01-22") == std::string::npos);
}

TEST_CASE("an encrypted message fails, and says so") {
    try {
        read(head +
             "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; "
             "boundary=x\r\n\r\n--x\r\n\r\nVersion: 1\r\n--x--\r\n");
        FAIL("nobody can read it");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::input);
        CHECK(std::string(error.what()).find("encrypted") != std::string::npos);
    }
}

TEST_CASE("what begins as a mail or a folder of mail") {
    CHECK(input::begins_mail(head));
    CHECK(input::begins_mail("Received: from x\n\tby y\nReturn-Path: <a@b>\nSubject: x\n\nText"));
    CHECK_FALSE(input::begins_mail("Credit: Harbour Post\n\nBridge closed\n\nThe bridge is closed."));
    CHECK_FALSE(input::begins_mail("From: Jane Roe\nSubject: Bridge\nThe bridge is closed."));
    CHECK_FALSE(input::begins_mail(""));
    CHECK(input::begins_mbox("From jane@post.example Tue Jan 21 08:00:00 2025\n"));
    CHECK(input::begins_mbox("From - Tue Jan 21 08:00:00 2025\r\n"));
    CHECK_FALSE(input::begins_mbox("From now on the bridge is closed until 10:00 on 21 January 2025\n"));
    CHECK_FALSE(input::begins_mbox("From:"));
}

TEST_CASE("an mbox file is parted at its From lines and nowhere else") {
    const std::string first =
        "From a@post.example Tue Jan 21 08:00:00 2025\nSubject: One\n\nFrom now on it is closed.\n\n>From "
        "the quay.\n>>From B.\n\n";
    const std::string second = "From - Tue Jan 21 09:00:00 2025\r\nSubject: Two\r\n\r\nWithout an end";
    std::vector<input::MboxMessage> messages;
    input::read_mbox(first + second, [&](const input::MboxMessage& message) { messages.push_back(message); });
    REQUIRE(messages.size() == 2);
    CHECK(messages[0].bytes == "Subject: One\n\nFrom now on it is closed.\n\nFrom the quay.\n>From B.\n\n");
    CHECK(messages[0].offset == 0);
    CHECK(messages[0].length == first.size());
    CHECK(messages[1].bytes == "Subject: Two\r\n\r\nWithout an end");
    CHECK(messages[1].offset == first.size());
}

TEST_CASE("mails that are made to hang a reader are read or fail") {
    const auto repeated = [](const std::string& piece) {
        std::string out;
        while (out.size() < 1'000'000)
            out += piece;
        return out;
    };
    std::string nested = head;
    for (int i = 0; i < 10'000; ++i) {
        const std::string boundary = "b" + std::to_string(i);
        nested += "Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n--" + boundary + "\r\n";
    }
    std::string inner = head;
    for (int i = 0; i < 20'000; ++i)
        inner += "Content-Type: message/rfc822\r\n\r\nSubject: x\r\n";
    const std::vector<std::pair<std::string, std::string>> rows{
        {"parts in parts", nested + "\r\n\r\nText."},
        {"messages in messages", inner + "\r\nText."},
        {"parts", head + "Content-Type: multipart/mixed; boundary=x\r\n\r\n" + repeated("--x\r\n\r\n\r\n") +
                      "--x--\r\n"},
        {"headers", head + repeated("X-Y: z\r\n") + "\r\nText."},
        {"a header", head + "X-Y: " + repeated("z ") + "\r\n\r\nText."},
        {"a folded header", head + "X-Y: z\r\n" + repeated(" z\r\n") + "\r\nText."},
        {"addresses", "From: " + repeated("a@b.example, ") + "\r\nSubject: x\r\n\r\nText."},
        {"comments in an address", "From: " + repeated("(") + "\r\nSubject: x\r\n\r\nText."},
        {"encoded words", "Subject: " + repeated("=?utf-8?q?a?= ") + "\r\n\r\nText."},
        {"parameters", head + "Content-Type: text/plain; " + repeated("a*0=b; ") + "\r\n\r\nText."},
        {"boundaries that are none",
         head + "Content-Type: multipart/mixed; boundary=x\r\n\r\n" + repeated("--y\r\n")},
        {"NUL", head + "\r\n" + std::string(1'000'000, '\0')},
    };
    for (const auto& [name, mail] : rows) {
        INFO(name);
        const auto code = test::code_of([&] { CHECK_FALSE(read(mail).empty()); });
        CHECK((!code || code == ErrorCode::input));
    }
}
