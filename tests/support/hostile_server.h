// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/downloads/download.h"

#include <QByteArray>
#include <QFile>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <string>

namespace palimpsest {

/// hostile_server.py on loopback, with a certificate made for this run.
class HostileServer {
public:
    ~HostileServer() {
        process_.closeWriteChannel();
        process_.waitForFinished();
    }

    /// Empty, or why it does not run: openssl and python3 are needed.
    QString start() {
        const QStringList make{"req",
                               "-x509",
                               "-newkey",
                               "ec",
                               "-pkeyopt",
                               "ec_paramgen_curve:P-256",
                               "-nodes",
                               "-days",
                               "2",
                               "-subj",
                               "/CN=localhost",
                               "-addext",
                               "subjectAltName=IP:127.0.0.1,DNS:localhost",
                               "-keyout",
                               folder_.filePath("key.pem"),
                               "-out",
                               folder_.filePath("certificate.pem")};
        QProcess openssl;
        openssl.start("openssl", make);
        if (!openssl.waitForFinished() || openssl.exitCode() != 0) {
            return "openssl: " + openssl.errorString() + openssl.readAllStandardError();
        }
        process_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process_.start("python3", {PALIMPSEST_SOURCE_DIR "/tests/support/hostile_server.py", folder_.path()});
        while (!process_.canReadLine()) { // the line may come in pieces
            if (!process_.waitForReadyRead()) {
                return "python3: " + process_.errorString();
            }
        }
        const QByteArray line = process_.readLine();
        port_ = line.split(' ').value(0).toInt();
        plainPort_ = line.split(' ').value(1).toInt();
        return port_ > 0 && plainPort_ > 0 ? QString() : "no ports: " + QString::fromUtf8(line);
    }

    std::string url(const std::string& path) const { return "https://127.0.0.1:" + std::to_string(port_) + "/" + path; }
    std::string proxy() const { return "http://127.0.0.1:" + std::to_string(plainPort_); }
    std::string certificate() const { return folder_.filePath("certificate.pem").toStdString(); }

    /// Trusts this server, goes past proxies, and does not wait.
    NetworkSettings network() const {
        NetworkSettings network;
        network.proxy = "none";
        network.authorities = certificate();
        network.stallTimeout = std::chrono::seconds(1);
        network.pause = std::chrono::milliseconds(1);
        return network;
    }

    /// "GET /plain/100 bytes=50- "1"": what was asked since the last call.
    QStringList requests() {
        QFile log(folder_.filePath("requests.log"));
        if (!log.open(QIODevice::ReadWrite)) {
            return {};
        }
        const QStringList lines = QString::fromUtf8(log.readAll()).split('\n', Qt::SkipEmptyParts);
        log.resize(0);
        return lines;
    }

private:
    QTemporaryDir folder_;
    QProcess process_;
    int port_ = 0;
    int plainPort_ = 0;
};

} // namespace palimpsest
