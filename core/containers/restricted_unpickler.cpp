// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/restricted_unpickler.h"

#include "core/containers/file_refusal.h"
#include "core/containers/foreign_names.h"
#include "core/containers/pickle_heap.h"

#include <array>
#include <bit>
#include <cstring>
#include <limits>

static_assert(std::endian::native == std::endian::little, "the format and this reader are little-endian");

namespace palimpsest {
namespace {

constexpr std::size_t kLongestText = 1u << 20;
constexpr std::size_t kLongestName = 128;
constexpr std::size_t kDeepestMarks = 1000;
constexpr PickleId kNoObject = std::numeric_limits<PickleId>::max();

class RestrictedUnpickler {
public:
    RestrictedUnpickler(std::string_view bytes, const std::string& origin) : bytes_(bytes), heap_(origin) {}

    PickleObjects run() {
        while (!stopped_) {
            const auto code = static_cast<unsigned char>(take(1).front());
            (this->*instructionOf(code))();
        }
        PickleObjects objects = heap_.take();
        objects.root = root_;
        objects.length = position_;
        return objects;
    }

private:
    using Run = void (RestrictedUnpickler::*)();
    struct Instruction {
        unsigned char code;
        Run run;
    };

    Run instructionOf(unsigned char code) const {
        for (const Instruction& known : kInstructions) {
            if (known.code == code) {
                return known.run;
            }
        }
        constexpr std::string_view kDigits = "0123456789abcdef";
        const std::string hex{kDigits[code / 16], kDigits[code % 16]};
        heap_.refuse(Message("its pickle holds the instruction 0x%1, which weights do not need", hex));
    }

    // --- bytes -----------------------------------------------------------------------------------------------------

    std::string_view take(std::size_t count) {
        if (count > bytes_.size() - position_) {
            heap_.refuse("its pickle ends too early");
        }
        position_ += count;
        return bytes_.substr(position_ - count, count);
    }

    template <typename T>
    T takeNumber() {
        T value;
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }

    std::string_view takeLine() {
        const std::size_t length = bytes_.substr(position_, kLongestName + 1).find('\n');
        if (length == std::string_view::npos) {
            heap_.refuse("its pickle holds a name that is cut off or longer than 128 characters");
        }
        const std::string_view line = take(length);
        take(1);
        return line;
    }

    std::string_view takeText(std::size_t length) {
        if (length > kLongestText) {
            heap_.refuse("its pickle holds a text or byte string longer than 1 MiB");
        }
        return take(length);
    }

    // --- stack -----------------------------------------------------------------------------------------------------

    void push(PickleId id) {
        if (stack_.size() == PickleHeap::kMostItems) {
            heap_.refuse("its pickle stacks more than 1 million objects");
        }
        stack_.push_back(id);
    }

    void pushNew(PickleValue value) { push(heap_.add(std::move(value))); }

    PickleId top() const {
        if (stack_.size() <= (marks_.empty() ? 0 : marks_.back())) {
            heap_.refuse("its pickle pops an object that is not there");
        }
        return stack_.back();
    }

    PickleId pop() {
        const PickleId id = top();
        stack_.pop_back();
        return id;
    }

    std::vector<PickleId> popToMark() {
        if (marks_.empty()) {
            heap_.refuse("its pickle pops a mark that is not there");
        }
        const auto first = stack_.begin() + static_cast<std::ptrdiff_t>(marks_.back());
        std::vector<PickleId> items(first, stack_.end());
        stack_.erase(first, stack_.end());
        marks_.pop_back();
        return items;
    }

    // --- instructions ----------------------------------------------------------------------------------------------

    void protocol() {
        if (static_cast<unsigned char>(take(1).front()) > 5) {
            heap_.refuse("its pickle has an unknown protocol");
        }
    }
    void frame() { take(8); } // only a hint for stream readers

    void stop() {
        root_ = pop();
        if (!stack_.empty() || !marks_.empty()) {
            heap_.refuse("its pickle leaves objects on the stack");
        }
        stopped_ = true;
    }

    void mark() {
        if (marks_.size() == kDeepestMarks) {
            heap_.refuse("its pickle nests more than 1000 levels deep");
        }
        marks_.push_back(stack_.size());
    }

    void none() { pushNew(PickleNone{}); }
    void truth() { pushNew(true); }
    void falsehood() { pushNew(false); }
    void integer1() { pushNew(std::int64_t{takeNumber<std::uint8_t>()}); }
    void integer2() { pushNew(std::int64_t{takeNumber<std::uint16_t>()}); }
    void integer4() { pushNew(std::int64_t{takeNumber<std::int32_t>()}); }

    /// Little-endian two's complement of any length.
    void integerLong() {
        const std::string_view digits = take(takeNumber<std::uint8_t>());
        if (digits.size() > sizeof(std::uint64_t)) {
            pushNew(PickleForeign{"builtins", "int"}); // seeds and random states; no weights need it
            return;
        }
        std::uint64_t value = digits.empty() || (digits.back() & 0x80) == 0 ? 0 : ~std::uint64_t{0};
        std::memcpy(&value, digits.data(), digits.size());
        pushNew(static_cast<std::int64_t>(value));
    }

    void real() {
        auto bits = takeNumber<std::uint64_t>(); // the one number that is big-endian
        pushNew(std::bit_cast<double>(__builtin_bswap64(bits)));
    }

    void pushText(std::string_view text) { pushNew(PickleText{text}); }
    void text1() { pushText(takeText(takeNumber<std::uint8_t>())); }
    void text4() { pushText(takeText(takeNumber<std::uint32_t>())); }
    void bytes1() { pushNew(PickleBytes{takeText(takeNumber<std::uint8_t>())}); }
    void bytes4() { pushNew(PickleBytes{takeText(takeNumber<std::uint32_t>())}); }

    void emptyTuple() { pushNew(PickleTuple{}); }
    void tuple() { pushNew(PickleTuple{popToMark()}); }
    void tuple1() { tupleOf(1); }
    void tuple2() { tupleOf(2); }
    void tuple3() { tupleOf(3); }
    void tupleOf(std::size_t count) {
        std::vector<PickleId> items(count);
        while (count-- > 0) {
            items[count] = pop();
        }
        pushNew(PickleTuple{std::move(items)});
    }

    void emptyList() { pushNew(PickleList{}); }
    void frozenSet() { pushNew(PickleTuple{popToMark()}); }
    void append() { extendList({pop()}); }
    void appends() { extendList(popToMark()); }
    void extendList(const std::vector<PickleId>& items) {
        auto* list = heap_.find<PickleList>(top());
        if (heap_.find<PickleForeign>(top()) != nullptr) {
            return;
        }
        if (list == nullptr) {
            heap_.refuse("its pickle appends to something that is not a list");
        }
        list->items.insert(list->items.end(), items.begin(), items.end());
    }

    void emptyDictionary() { pushNew(PickleDictionary{}); }
    void setItem() {
        const PickleId value = pop();
        const PickleId key = pop();
        extendDictionary({key, value});
    }
    void setItems() { extendDictionary(popToMark()); }
    void extendDictionary(const std::vector<PickleId>& items) {
        auto* dictionary = heap_.find<PickleDictionary>(top());
        if (heap_.find<PickleForeign>(top()) != nullptr) {
            return;
        }
        if (dictionary == nullptr) {
            heap_.refuse("its pickle sets an item of something that is not a dictionary");
        }
        if (items.size() % 2 != 0) {
            heap_.refuse("its pickle sets an item without a value");
        }
        for (std::size_t i = 0; i < items.size(); i += 2) {
            dictionary->entries.emplace_back(items[i], items[i + 1]);
        }
    }

    void remember(std::uint32_t index) {
        if (index >= PickleHeap::kMostItems) {
            heap_.refuse("its pickle writes a memo entry with an index over 1 million");
        }
        if (index >= memo_.size()) {
            memo_.resize(index + 1, kNoObject);
        }
        memo_[index] = top();
    }
    void remember1() { remember(takeNumber<std::uint8_t>()); }
    void remember4() { remember(takeNumber<std::uint32_t>()); }
    void rememberNext() { remember(static_cast<std::uint32_t>(memo_.size())); }

    void recall(std::uint32_t index) {
        if (index >= memo_.size() || memo_[index] == kNoObject) {
            heap_.refuse("its pickle reads a memo entry that it never wrote");
        }
        push(memo_[index]);
    }
    void recall1() { recall(takeNumber<std::uint8_t>()); }
    void recall4() { recall(takeNumber<std::uint32_t>()); }

    void pushName(std::string_view module, std::string_view name) {
        const PickleName* known = findPickleName(module, name);
        if (known == nullptr && isPassedOver(module, name)) {
            pushNew(PickleForeign{module, name});
            return;
        }
        if (known == nullptr) {
            heap_.refuseUnsupported(Message("it holds the Python object %1, which only running its code could make",
                                            shown(std::string(module) + "." + std::string(name))));
        }
        pushNew(known);
    }
    void name() {
        const std::string_view module = takeLine();
        pushName(module, takeLine());
    }
    void stackedName() {
        const PickleId last = pop();
        const PickleId first = pop();
        const auto* name = heap_.find<PickleText>(last);
        const auto* module = heap_.find<PickleText>(first);
        if (name == nullptr || module == nullptr) {
            heap_.refuse("its pickle names an object with something other than text");
        }
        pushName(module->text.substr(0, kLongestName), name->text.substr(0, kLongestName));
    }

    void call() {
        const PickleId arguments = pop();
        push(heap_.callAny(pop(), arguments));
    }
    void callWithNames() {
        pop();
        call();
    }
    void build() {
        const PickleId state = pop();
        heap_.build(top(), state);
    }
    void outsideReference() { push(heap_.addStorage(pop())); }

    /// The allow-list: all that torch.save writes with protocols 2 to 5. Nothing of it runs anything.
    static constexpr std::array kInstructions{
        Instruction{'q', &RestrictedUnpickler::remember1},
        Instruction{'X', &RestrictedUnpickler::text4},
        Instruction{'K', &RestrictedUnpickler::integer1},
        Instruction{'h', &RestrictedUnpickler::recall1},
        Instruction{'(', &RestrictedUnpickler::mark},
        Instruction{'t', &RestrictedUnpickler::tuple},
        Instruction{'Q', &RestrictedUnpickler::outsideReference},
        Instruction{'R', &RestrictedUnpickler::call},
        Instruction{'r', &RestrictedUnpickler::remember4},
        Instruction{'j', &RestrictedUnpickler::recall4},
        Instruction{'M', &RestrictedUnpickler::integer2},
        Instruction{'J', &RestrictedUnpickler::integer4},
        Instruction{')', &RestrictedUnpickler::emptyTuple},
        Instruction{0x85, &RestrictedUnpickler::tuple1},
        Instruction{0x86, &RestrictedUnpickler::tuple2},
        Instruction{0x87, &RestrictedUnpickler::tuple3},
        Instruction{0x88, &RestrictedUnpickler::truth},
        Instruction{0x89, &RestrictedUnpickler::falsehood},
        Instruction{'N', &RestrictedUnpickler::none},
        Instruction{0x8a, &RestrictedUnpickler::integerLong},
        Instruction{'G', &RestrictedUnpickler::real},
        Instruction{'}', &RestrictedUnpickler::emptyDictionary},
        Instruction{'s', &RestrictedUnpickler::setItem},
        Instruction{'u', &RestrictedUnpickler::setItems},
        Instruction{']', &RestrictedUnpickler::emptyList},
        Instruction{'a', &RestrictedUnpickler::append},
        Instruction{'e', &RestrictedUnpickler::appends},
        Instruction{'c', &RestrictedUnpickler::name},
        Instruction{'b', &RestrictedUnpickler::build},
        Instruction{0x81, &RestrictedUnpickler::call}, // a new object of a class
        Instruction{0x92, &RestrictedUnpickler::callWithNames},
        Instruction{0x8f, &RestrictedUnpickler::emptyList}, // sets
        Instruction{0x90, &RestrictedUnpickler::appends},
        Instruction{0x91, &RestrictedUnpickler::frozenSet},
        Instruction{0x80, &RestrictedUnpickler::protocol},
        Instruction{'.', &RestrictedUnpickler::stop},
        Instruction{'U', &RestrictedUnpickler::text1},
        Instruction{'T', &RestrictedUnpickler::text4}, // of Python 2
        Instruction{'C', &RestrictedUnpickler::bytes1},
        Instruction{'B', &RestrictedUnpickler::bytes4},
        Instruction{0x8c, &RestrictedUnpickler::text1},
        Instruction{0x93, &RestrictedUnpickler::stackedName},
        Instruction{0x94, &RestrictedUnpickler::rememberNext},
        Instruction{0x95, &RestrictedUnpickler::frame},
    };

    std::string_view bytes_;
    std::size_t position_ = 0;
    PickleHeap heap_;
    std::vector<PickleId> stack_;
    std::vector<std::size_t> marks_; ///< heights of the stack
    std::vector<PickleId> memo_;
    PickleId root_ = 0;
    bool stopped_ = false;
};

} // namespace

PickleObjects readPickle(std::string_view bytes, const std::string& origin) {
    return RestrictedUnpickler(bytes, origin).run();
}

} // namespace palimpsest
