using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace MeliBot.MercadoLibre.Tests;

public sealed class ModelTests
{
    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, MercadoLibreJson.Options)!;

    [Fact]
    public void An_id_is_the_same_as_a_number_a_string_or_in_another_serializers_notation() =>
        Gen.Long[1, long.MaxValue].Sample(id =>
        {
            var text = id.ToString(CultureInfo.InvariantCulture);
            string[] forms = [text, $"\"{text}\"", $"\" {text} \"", id < 1_000_000_000_000_000 ? $"{text}.0" : text];
            return forms.All(form => Read<Question>($"{{\"id\":{form},\"seller_id\":{form}}}") is { } q && q.Id == id && q.SellerId == id);
        });

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":null}""")]
    [InlineData("""{"id":""}""")]
    [InlineData("""{"id":"MLA1"}""")]
    [InlineData("""{"id":-5}""")]
    [InlineData("""{"id":99999999999999999999}""")]
    public void A_question_without_its_id_is_no_question(string json) => Should.Throw<JsonException>(() => Read<Question>(json));

    [Theory]
    [InlineData("""{"id":1,"buyer_id":200}""", 200L)]
    [InlineData("""{"id":1,"from":{"id":"201","answered_questions":0}}""", 201L)]
    [InlineData("""{"id":1,"from":{"id":202},"buyer_id":203}""", 202L)]
    [InlineData("""{"id":1,"from":{"first_name":"A"},"buyer_id":204}""", 204L)]
    [InlineData("""{"id":1}""", null)]
    public void The_asker_is_found_in_every_shape(string json, long? asker) => Read<Question>(json).AskerId.ShouldBe(asker);

    [Fact]
    public void A_status_is_compared_without_case_and_an_unknown_one_keeps_its_text()
    {
        var question = Read<Question>("""{"id":1,"status":"unanswered","answer":{"text":"x","status":"Em_Analise"}}""");
        question.Status.ShouldBe(QuestionStatus.Unanswered);
        question.IsAnswerable.ShouldBeTrue();
        question.Answer!.Status.IsKnown.ShouldBeFalse();
        question.Answer.Status.Value.ShouldBe("Em_Analise");
    }

    [Fact]
    public void Nothing_of_a_question_is_lost_by_reading_and_writing_it()
    {
        const string json = """{"id":1,"status":"ANSWERED","text":"a","answer":{"text":"b","status":"NEW","score":{"x":[1,null]}},"date_created":"2026-01-02T03:04:05.7Z","tags":["t"],"novo":{"a":1},"ai_categories":["k"]}""";
        var again = JsonDocument.Parse(JsonSerializer.Serialize(Read<Question>(json), MercadoLibreJson.Options)).RootElement;
        foreach (var property in JsonDocument.Parse(json).RootElement.EnumerateObject())
            JsonElement.DeepEquals(again.GetProperty(property.Name), property.Value).ShouldBeTrue(property.Name);
    }

    [Fact]
    public void An_item_with_empty_strings_for_numbers_and_nulls_for_lists_is_read()
    {
        var item = Read<Item>(Fixtures.Item);
        item.Shipping!.Mode.ShouldBe(ShippingMode.Me2);
        item.SellerAddress!.Latitude.ShouldBeNull();
        item.Pictures.ShouldBeEmpty();
        item.Variations.ShouldHaveSingleItem().AttributeCombinations.ShouldHaveSingleItem().ValueName.ShouldBe("220V");
    }

    [Fact]
    public void Both_envelopes_of_a_bulk_read_are_read()
    {
        var now = Read<List<BulkEntry<Item>>>("""[{"id":"MLA1","status_code":200,"body":{"id":"MLA1","price":130}},{"status_code":404}]""");
        var old = Read<List<BulkEntry<Item>>>("""[{"code":200,"body":{"id":"MLA1","price":130}},{"code":404,"body":{"id":"MLA2","message":"not found","error":"not_found","status":404}}]""");
        foreach (var entries in (List<BulkEntry<Item>>[])[now, old])
        {
            entries.Select(e => e.IsFound).ShouldBe([true, false]);
            entries[0].Body!.Price.ShouldBe(130);
            entries[1].Status.ShouldBe(404);
        }
    }

    [Fact]
    public void An_answer_is_sent_with_an_integer_id_and_its_text_as_it_is() =>
        JsonSerializer.Serialize(new AnswerRequest(11700000001, "Sí, \"hay\" ñandú."), MercadoLibreJson.Options)
            .ShouldBe("""{"question_id":11700000001,"text":"Sí, \"hay\" ñandú."}""");

    [Fact]
    public void Hiding_spells_its_field_as_the_platform_does() =>
        JsonSerializer.Serialize(new HideQuestionsRequest([1, 2]), MercadoLibreJson.Options).ShouldBe("""{"questions_ids":[1,2]}""");
}
