// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/https_get.h"

#include "core/base/version.h"
#include "core/downloads/download_error.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <curl/curl.h>
#include <exception>
#include <memory>
#include <new>
#include <string_view>

namespace palimpsest {
namespace {

constexpr int kPollMilliseconds = 100;
constexpr long kMostRedirects = 10;
constexpr long kSlowestRate = 1000; ///< bytes/s

/// Once in the process, before the first handle; never undone, as other libraries may use libcurl too.
void startCurl() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK) {
        throw DownloadError(Remedy::none, "the download library (libcurl) cannot be started", "reinstall libcurl");
    }
}

std::string lowerCase(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return text;
}

/// A whole non-negative number at the start of the text; -1: none.
std::int64_t numberIn(std::string_view text) {
    std::int64_t number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() ? number : -1;
}

/// "bytes 100-199/200" and "bytes */200" (RFC 9110, 14.4).
void readContentRange(const std::string& text, ResponseHead& head) {
    const std::size_t slash = text.find('/');
    if (!text.starts_with("bytes ") || slash == std::string::npos) {
        return;
    }
    head.rangeStart = numberIn(std::string_view(text).substr(6));
    head.wholeSize = numberIn(std::string_view(text).substr(slash + 1));
}

class Transfer {
    struct FreeEasy {
        void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    };
    struct FreeMulti {
        void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
    };
    struct FreeList {
        void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    };

public:
    Transfer(const HttpsGet& get, const NetworkSettings& network, Receiver& receiver);
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;
    ~Transfer();
    void run(const std::stop_token& stop);

private:
    template <typename Value>
    void set(CURLoption option, Value value);
    void address(const HttpsGet& get, const NetworkSettings& network);
    void limits(const NetworkSettings& network);
    void addHeader(const std::string& line);
    void ask(const HttpsGet& get);
    void begin();
    void drive(const std::stop_token& stop);
    CURLcode outcome() const;
    std::string header(const char* name) const;
    ResponseHead head() const;
    CurlFailure failure(CURLcode code) const;
    static std::size_t take(char* bytes, std::size_t one, std::size_t count, void* self);

    Receiver& receiver_;
    std::string url_;
    std::unique_ptr<curl_slist, FreeList> headers_;
    std::unique_ptr<CURLM, FreeMulti> multi_;
    std::unique_ptr<CURL, FreeEasy> easy_;
    std::array<char, CURL_ERROR_SIZE> detail_{};
    bool hasBegun_ = false;
    std::exception_ptr thrown_;
};

Transfer::Transfer(const HttpsGet& get, const NetworkSettings& network, Receiver& receiver)
    : receiver_(receiver), url_(get.url) {
    startCurl();
    multi_.reset(curl_multi_init());
    easy_.reset(curl_easy_init());
    if (!easy_ || !multi_) {
        throw std::bad_alloc();
    }
    address(get, network);
    limits(network);
    ask(get);
    curl_multi_add_handle(multi_.get(), easy_.get());
}

Transfer::~Transfer() { curl_multi_remove_handle(multi_.get(), easy_.get()); }

template <typename Value>
void Transfer::set(CURLoption option, Value value) {
    if (const CURLcode code = curl_easy_setopt(easy_.get(), option, value); code != CURLE_OK) {
        throw DownloadError(Remedy::none,
                            Message("the download library (libcurl) lacks a feature: %1", curl_easy_strerror(code)),
                            "install a complete libcurl with OpenSSL");
    }
}

void Transfer::address(const HttpsGet& get, const NetworkSettings& network) {
    set(CURLOPT_URL, get.url.c_str());
    set(CURLOPT_DEFAULT_PROTOCOL, "https");
    set(CURLOPT_PROTOCOLS_STR, "https");
    set(CURLOPT_REDIR_PROTOCOLS_STR, "https");
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_MAXREDIRS, kMostRedirects);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!network.authorities.empty()) {
        set(CURLOPT_CAINFO, network.authorities.c_str());
        set(CURLOPT_CAPATH, static_cast<char*>(nullptr));
    }
    if (!network.proxy.empty()) {
        set(CURLOPT_PROXY, network.proxy == "none" ? "" : network.proxy.c_str());
    }
}

void Transfer::limits(const NetworkSettings& network) {
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(network.connectTimeout.count()));
    set(CURLOPT_LOW_SPEED_LIMIT, kSlowestRate);
    set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(network.stallTimeout.count()));
    set(CURLOPT_ERRORBUFFER, detail_.data());
    set(CURLOPT_WRITEFUNCTION, &Transfer::take);
    set(CURLOPT_WRITEDATA, static_cast<void*>(this));
}

void Transfer::addHeader(const std::string& line) {
    curl_slist* longer = curl_slist_append(headers_.get(), line.c_str());
    if (!longer) {
        throw std::bad_alloc();
    }
    headers_.release(); // now part of the longer list
    headers_.reset(longer);
}

void Transfer::ask(const HttpsGet& get) {
    set(CURLOPT_USERAGENT, (std::string("palimpsest/") + kVersion).c_str());
    addHeader("Accept-Encoding: identity");
    if (get.offset > 0) {
        addHeader("Range: bytes=" + std::to_string(get.offset) + "-");
        if (!get.validator.empty()) {
            addHeader("If-Range: " + get.validator);
        }
    }
    set(CURLOPT_HTTPHEADER, headers_.get());
}

std::string Transfer::header(const char* name) const {
    curl_header* found = nullptr;
    return curl_easy_header(easy_.get(), name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK ? found->value : "";
}

ResponseHead Transfer::head() const {
    ResponseHead head;
    long status = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
    head.status = static_cast<int>(status);
    const std::string tag = header("ETag");
    head.version = {url_, tag.starts_with('"') ? tag : "", header("Last-Modified")};
    const std::string type = lowerCase(header("Content-Type"));
    head.contentType = type.substr(0, type.find_first_of("; "));
    head.contentEncoding = lowerCase(header("Content-Encoding"));
    curl_off_t length = -1;
    curl_easy_getinfo(easy_.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    head.byteSize = length;
    readContentRange(header("Content-Range"), head);
    long version = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_HTTP_VERSION, &version);
    head.endIsMarked = length >= 0 || version >= CURL_HTTP_VERSION_2_0 ||
                       lowerCase(header("Transfer-Encoding")).find("chunked") != std::string::npos;
    return head;
}

void Transfer::begin() {
    if (!hasBegun_) {
        hasBegun_ = true;
        receiver_.began(head());
    }
}

std::size_t Transfer::take(char* bytes, std::size_t, std::size_t count, void* self) {
    auto& transfer = *static_cast<Transfer*>(self);
    try {
        transfer.begin();
        transfer.receiver_.received(std::as_bytes(std::span(bytes, count)));
        return count;
    } catch (...) {
        transfer.thrown_ = std::current_exception();
        return CURL_WRITEFUNC_ERROR;
    }
}

void Transfer::drive(const std::stop_token& stop) {
    for (int running = 1; running > 0;) {
        if (stop.stop_requested()) {
            set(CURLOPT_QUICK_EXIT, 1L); // does not wait for a name that is being looked up
            throw Cancelled();
        }
        CURLMcode code = curl_multi_perform(multi_.get(), &running);
        if (code == CURLM_OK && running > 0) {
            code = curl_multi_poll(multi_.get(), nullptr, 0, kPollMilliseconds, nullptr);
        }
        if (code != CURLM_OK) {
            throw DownloadError(Remedy::none,
                                Message("the download library (libcurl) failed: %1", curl_multi_strerror(code)),
                                "try again");
        }
        receiver_.waited();
    }
}

CURLcode Transfer::outcome() const {
    int left = 0;
    const CURLMsg* message = curl_multi_info_read(multi_.get(), &left);
    return message && message->msg == CURLMSG_DONE ? message->data.result : CURLE_RECV_ERROR;
}

CurlFailure Transfer::failure(CURLcode code) const {
    long systemError = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_OS_ERRNO, &systemError);
    const char* last = nullptr;
    curl_easy_getinfo(easy_.get(), CURLINFO_EFFECTIVE_URL, &last);
    return {.code = code,
            .systemError = static_cast<int>(systemError),
            .asked = url_,
            .last = last ? last : url_,
            .detail = detail_[0] != '\0' ? detail_.data() : curl_easy_strerror(code)};
}

void Transfer::run(const std::stop_token& stop) {
    drive(stop);
    const CURLcode code = outcome();
    if (thrown_) {
        std::rethrow_exception(thrown_);
    }
    if (code != CURLE_OK) {
        throw curlError(failure(code));
    }
    begin();
}

} // namespace

void runHttpsGet(const HttpsGet& get, const NetworkSettings& network, Receiver& receiver, std::stop_token stop) {
    Transfer(get, network, receiver).run(stop);
}

} // namespace palimpsest
