using System.Text;
using System.Text.Json;
using CsCheck;

namespace MeliBot.MercadoLibre.Tests;

public sealed class PayloadReaderTests
{
    private readonly PayloadReader _reader = new([]);

    private PayloadResult Read(string kind, string payload) => _reader.Read(kind, Encoding.UTF8.GetBytes(payload));

    [Fact]
    public void The_kinds_that_support_needs_are_there() =>
        ((string[])["notification", "question", "questions-search", "item", "items", "user", "token", "missed-feeds", "error", "order", "pack", "shipment", "messages", "message", "unread", "action-guide", "attachment", "claim", "claim-search", "claim-detail",
            "claim-messages", "claim-reason", "affects-reputation", "expected-resolutions", "claim-status-history", "claim-actions-history", "partial-refund-offers", "claim-evidences", "claim-attachment", "change", "return",
            "return-reviews", "return-reasons", "return-cost"]).ShouldBeSubsetOf(_reader.Kinds);

    [Fact]
    public void A_question_becomes_one_normalised_line()
    {
        var result = Read("question", Fixtures.Question.Replace("700001001", "\"700001001\"", StringComparison.Ordinal));
        result.Json.ShouldBe("""{"id":11700000001,"seller_id":700001001,"buyer_id":200,"item_id":"MLA700000001","status":"UNANSWERED","text":"¿Hay stock?","date_created":"2026-01-02T03:04:05.7466086Z","last_updated":"2026-01-02T03:04:05.7466086Z","hold":false,"deleted_from_listing":false,"suspected_spam":false,"app_id":830,"tags":[],"asker_id":200,"unknown":[]}""");
    }

    [Fact]
    public void Unknown_fields_values_and_shapes_are_named_by_their_paths() =>
        Read("questions-search", """{"total":1,"novo":1,"questions":[{"id":1,"status":"ESPERA","answer":{"text":"t","status":"ACTIVE","rank":2},"app_id":"abc","text":{"plain":"x"}},{"id":2,"status":"ESPERA"}]}""")
            .Unknown.ShouldBe(["novo", "questions[].status=ESPERA", "questions[].answer.rank", "questions[].app_id: can't be read", "questions[].text: object where a text was expected"]);

    [Fact]
    public void The_line_says_what_is_unknown_even_where_the_payload_has_a_field_of_that_name()
    {
        var line = JsonDocument.Parse(Read("question", """{"id":1,"unknown":"mine"}""").Json).RootElement;
        line.GetProperty("unknown").EnumerateArray().Select(u => u.GetString()).ShouldBe(["unknown"]);
        line.GetProperty("unknown_").GetString().ShouldBe("mine");
    }

    [Fact]
    public void Both_envelopes_of_items_become_one()
    {
        var line = JsonDocument.Parse(Read("items", """[{"code":200,"body":{"id":"MLA1"}},{"code":404,"body":{"message":"not found","error":"not_found","status":404}},{"id":"MLA2","status_code":200,"body":{"id":"MLA2"}}]""").Json).RootElement;
        line.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("status_code").GetInt32()).ShouldBe([200, 404, 200]);
        line.GetProperty("unknown").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void A_claims_message_is_printed_with_its_key_in_either_shape()
    {
        const string message = """{"sender_role":"complainant","message":"x","date_created":"2026-03-04T08:30:00Z"}""";
        var bare = JsonDocument.Parse(Read("claim-messages", $"[{message}]").Json).RootElement.GetProperty("messages")[0];
        var wrapped = JsonDocument.Parse(Read("claim-messages", $$$"""{"paging":{"total":1},"data":[{{{message}}}]}""").Json).RootElement.GetProperty("messages")[0];
        bare.GetProperty("key").GetString()!.ShouldStartWith("made-");
        wrapped.GetProperty("key").GetString().ShouldBe(bare.GetProperty("key").GetString());
    }

    [Fact]
    public void Both_spellings_of_wanted_resolutions_become_one() =>
        Read("expected-resolutions", """[{"expected_resolution":"refund","detail":[{"key":"k","value":"v"}],"last_update":"2024-04-16T13:05:04"}]""").Json
            .ShouldSatisfyAllConditions(j => j.ShouldContain("\"details\":[{"), j => j.ShouldNotContain("\"detail\":"), j => j.ShouldContain("\"last_updated\":\"2024-04-16T13:05:04Z\""));

    [Fact]
    public void A_token_is_printed_without_anything_secret()
    {
        var result = Read("token", """{"access_token":"APP_USR-canary","refresh_token":"TG-canary","token_type":"mac","expires_in":"21600","user_id":"7","id_token":"canary","scope":"read"}""");
        result.IsReadable.ShouldBeTrue();
        result.Json.ShouldNotContain("canary");
        result.Json.ShouldContain("\"expires_in\":21600");
        result.Unknown.ShouldBe(["token_type=mac", "id_token"], ignoreOrder: true);
    }

    [Fact]
    public void A_missed_feed_doesnt_show_the_callbacks_secret() =>
        Read("missed-feeds", """{"messages":[{"_id":"a","resource":"/questions/1","user_id":"7","topic":"questions","request":{"url":"https://bot.example/notifications/canary?x=canary","data":"{}"},"response":{"http_code":"400"}}]}""")
            .Json.ShouldSatisfyAllConditions(j => j.ShouldNotContain("canary"), j => j.ShouldContain("https://bot.example/***"));

    [Theory]
    [InlineData("", "Unknown")]
    [InlineData("local_rate_limited", "RateLimited")]
    [InlineData("<html></html>", "Unavailable")]
    [InlineData("""{"http_status":404,"body":{"error":"not_found"}}""", "NotFound")]
    [InlineData("""{"http_status":429,"body":""}""", "RateLimited")]
    [InlineData("""{"status_code":403,"code":"forbidden","message":"m"}""", "Forbidden")]
    public void An_error_is_whatever_the_platform_calls_one(string payload, string kind)
    {
        var result = Read("error", payload);
        result.IsReadable.ShouldBeTrue(result.Why);
        JsonDocument.Parse(result.Json).RootElement.GetProperty("kind").GetString().ShouldBe(kind);
    }

    [Fact]
    public void An_errors_unknown_fields_are_named() => Read("error", """{"message":"m","error":"e","status":400,"hint":"h"}""").Unknown.ShouldBe(["hint"]);

    [Theory]
    [InlineData("question", "{}")]
    [InlineData("question", "[]")]
    [InlineData("question", "<html>")]
    [InlineData("question", "")]
    [InlineData("questions-search", """{"id":1}""")]
    [InlineData("item", """{"id":null}""")]
    [InlineData("items", """[{"id":"MLA1"}]""")]
    [InlineData("user", """{"nickname":"n"}""")]
    [InlineData("token", """{"error":"invalid_grant"}""")]
    [InlineData("missed-feeds", "[]")]
    [InlineData("notification", """{"resource":"/questions/1"}""")]
    [InlineData("order", """{"id":null,"status":"paid"}""")]
    [InlineData("order", """{"results":[]}""")]
    [InlineData("orders-search", """{"results":[]}""")]
    [InlineData("pack", """{"id":1}""")]
    [InlineData("payment", """{"id":1}""")]
    [InlineData("shipment", """{"status":"shipped"}""")]
    [InlineData("messages", """{"id":"a"}""")]
    [InlineData("messages", """{"results":[{"resource":"/packs/1"}]}""")]
    [InlineData("message", "{}")]
    [InlineData("message", """{"messages":[{"id":"a"},{"id":"b"}]}""")]
    [InlineData("message", """[{"id":"a"},{"id":"b"}]""")]
    [InlineData("unread", """{"messages":[]}""")]
    [InlineData("action-guide", """{"results":[]}""")]
    [InlineData("attachment", """{"size":1}""")]
    [InlineData("claim", """{"id":1}""")]
    [InlineData("claim-search", """{"results":[],"paging":{}}""")]
    [InlineData("claim-detail", """{"due_date":null}""")]
    [InlineData("claim-messages", """{"messages":[]}""")]
    [InlineData("expected-resolutions", "{}")]
    [InlineData("claim-attachment", """{"size":1}""")]
    [InlineData("return", """{"id":1}""")]
    public void What_is_of_another_kind_is_refused_with_a_reason(string kind, string payload)
    {
        var result = Read(kind, payload);
        result.IsReadable.ShouldBeFalse();
        result.Why.ShouldNotBeNullOrWhiteSpace();
        JsonDocument.Parse(result.Json).RootElement.GetProperty("error").GetString()!.ShouldContain(kind);
    }

    [Fact]
    public void An_unknown_kind_names_the_known_ones() =>
        Should.Throw<ArgumentException>(() => Read("orders-of-magnitude", "{}")).Message.ShouldContain("questions-search");

    [Fact]
    public void Later_kinds_register_themselves()
    {
        var reader = new PayloadReader([new PayloadKind("place", payload => PayloadKinds.Model<Place>(payload, needs: ["id"]))]);
        reader.Read("place", "{\"id\":1,\"name\":\"x\",\"y\":2}"u8.ToArray()).Json.ShouldBe("""{"id":"1","name":"x","y":2,"unknown":["y"]}""");
    }

    [Fact]
    public void No_bytes_make_it_throw() =>
        Gen.Select(Any.Of([.. _reader.Kinds]), Gen.OneOf(Gen.Byte.Array[0, 200], Gen.String.Select(s => Encoding.UTF8.GetBytes(s))))
            .Sample((kind, bytes) => _reader.Read(kind, bytes).Json.Length > 0, iter: 5_000);
}
