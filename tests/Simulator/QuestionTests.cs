using System.Globalization;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator.Tests;

public sealed class QuestionTests
{
    [Fact]
    public async Task An_answer_is_stored_shown_and_accepted_once()
    {
        await using var play = await Playground.StartAsync();
        var question = play.Ask();

        var (status, body) = await play.AnswerAsync(question.Id, "Sí, hay 3.");
        var (again, refusal) = await play.AnswerAsync(question.Id, "Sí, hay 3.");

        status.ShouldBe(200);
        body.Text("status").ShouldBe("ANSWERED");
        body!["answer"].Text("text").ShouldBe("Sí, hay 3.");
        body["answer"].Text("status").ShouldBe("ACTIVE");
        again.ShouldBe(400);
        refusal.Text("error").ShouldBe("not_unanswered_question");
        refusal.Text("message").ShouldBe($"Question {question.Id} is not unanswered");
        play.World.Journal.AnswersAccepted(question.Id).ShouldBe(1);
        play.World.Journal.AcceptedPerKey(EffectKinds.Answer).ShouldHaveSingleItem().Value.ShouldBe(1);
        play.World.Journal.Refused(EffectKinds.Answer).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_two_shapes_of_a_question_differ_as_documented()
    {
        await using var play = await Playground.StartAsync();
        var question = play.Ask();

        var (_, four) = await play.GetAsync($"/questions/{question.Id}?api_version=4");
        var (_, old) = await play.GetAsync($"/questions/{question.Id}");
        var (_, found) = await play.GetAsync("/my/received_questions/search?api_version=4");

        four!["buyer_id"]!.GetValue<long>().ShouldBe(play.Buyer.Id);
        four["from"].ShouldBeNull();
        four.Text("date_created")!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$");
        old!["from"]!["id"]!.GetValue<long>().ShouldBe(play.Buyer.Id);
        old["buyer_id"].ShouldBeNull();
        old.Text("date_created")!.ShouldMatch(@"\.\d{3}-04:00$");
        found!["questions"]![0].Text("date_created")!.ShouldMatch(@"\.\d{7}-04:00$");
        found["questions"]![0]!["from"]!["id"]!.GetValue<long>().ShouldBe(play.Buyer.Id);
        question.Id.ShouldBeGreaterThan(int.MaxValue);
    }

    [Fact]
    public async Task A_search_has_its_total_at_the_top_and_pages_by_offset()
    {
        await using var play = await Playground.StartAsync();
        for (var i = 0; i < 53; i++) play.Ask($"Pregunta {i}");
        await play.AnswerAsync(play.Ask("ya").Id, "Sí.");

        var (_, first) = await play.GetAsync($"/questions/search?seller_id={play.Seller.Id}&status=unanswered&limit=100&sort_fields=date_created&sort_types=ASC");
        var (_, second) = await play.GetAsync($"/questions/search?item={play.Item.Id}&status=UNANSWERED&offset=50&sort_fields=date_created&sort_types=ASC");

        first!["total"]!.GetValue<int>().ShouldBe(53);
        first["paging"].ShouldBeNull();
        first["limit"]!.GetValue<int>().ShouldBe(50);
        first["questions"]!.AsArray().Count.ShouldBe(50);
        second!["questions"]!.AsArray().Select(q => q.Text("text")).ShouldBe(["Pregunta 50", "Pregunta 51", "Pregunta 52"]);
        first["available_filters"]!.AsArray().Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("""{"question_id":"13000000001","text":"Sí"}""", 400, "invalid_question")]
    [InlineData("""{"question_id":1.5,"text":"Sí"}""", 400, "invalid_question")]
    [InlineData("""{"text":"Sí"}""", 400, "invalid_question")]
    [InlineData("""{"question_id":13000000001}""", 400, "text_is_null")]
    [InlineData("""{"question_id":13000000001,"text":"  "}""", 400, "text_is_null")]
    [InlineData("""{"question_id":13000000001,"text":{"plain":"Sí"}}""", 400, "invalid_post_body")]
    [InlineData("""{"question_id":13000000001,"text":"Sí","status":"ANSWERED"}""", 400, "invalid_post_body")]
    [InlineData("""[1]""", 400, "invalid_post_body")]
    [InlineData("""{"question_id":99,"text":"Sí"}""", 404, "not_found")]
    public async Task A_wrong_answer_is_refused_with_the_documented_code(string body, int status, string error)
    {
        await using var play = await Playground.StartAsync();
        var question = play.Ask();

        var (got, reply) = await play.SendAsync(HttpMethod.Post, "/answers", JsonNode.Parse(body));

        got.ShouldBe(status);
        reply.Text("error").ShouldBe(error);
        play.World.Question(question.Id)!.Answer.ShouldBeNull();
    }

    [Fact]
    public async Task Two_thousand_characters_fit_and_one_more_does_not()
    {
        await using var play = await Playground.StartAsync();

        (await play.AnswerAsync(play.Ask().Id, new string('x', 2001))).Status.ShouldBe(400);
        (await play.AnswerAsync(play.Ask().Id, new string('x', 2000))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_question_of_a_blacklisted_buyer_reads_unanswered_and_refuses_every_answer()
    {
        await using var play = await Playground.StartAsync();
        var question = play.Ask();
        await play.SendAsync(HttpMethod.Post, $"/users/{play.Seller.Id}/questions_blacklist", new JsonObject { ["user_id"] = play.Buyer.Id });

        var (status, body) = await play.AnswerAsync(question.Id, "Sí.");
        var (_, read) = await play.GetAsync($"/questions/{question.Id}?api_version=4");
        var (_, blocked) = await play.GetAsync($"/block-api/search/users/{play.Seller.Id}?type=blocked_by_questions");

        (status, body.Text("error")).ShouldBe((400, "not_unanswered_question"));
        read.Text("status").ShouldBe("UNANSWERED");
        blocked!["users"]![0]!["id"]!.GetValue<long>().ShouldBe(play.Buyer.Id);
    }

    [Fact]
    public async Task A_paused_listing_refuses_answers_until_it_is_active_again()
    {
        await using var play = await Playground.StartAsync();
        var question = play.Ask();
        play.World.PauseItem(play.Item.Id);

        var (status, body) = await play.AnswerAsync(question.Id, "Sí.");
        play.World.ActivateItem(play.Item.Id);
        var (later, _) = await play.AnswerAsync(question.Id, "Sí.");

        (status, body.Text("error"), body.Text("message")).ShouldBe((400, "not_active_item", "item must be active"));
        later.ShouldBe(200);
    }

    [Fact]
    public async Task Open_questions_follow_their_listing_into_review_and_out_and_into_its_end()
    {
        await using var play = await Playground.StartAsync();
        var question = play.Ask();

        play.World.ReviewItem(play.Item.Id);
        play.World.Question(question.Id)!.Status.ShouldBe("UNDER_REVIEW");
        (await play.AnswerAsync(question.Id, "Sí.")).Body.Text("error").ShouldBe("invalid_question");
        play.World.ActivateItem(play.Item.Id);
        play.World.Question(question.Id)!.Status.ShouldBe("UNANSWERED");
        play.World.CloseItem(play.Item.Id);
        play.World.Question(question.Id)!.Status.ShouldBe("CLOSED_UNANSWERED");
    }

    [Fact]
    public async Task A_banned_question_comes_back_without_its_text()
    {
        await using var play = await Playground.StartAsync();
        var question = play.Ask("llamame al 11 5555 4444");
        play.World.BanQuestion(question.Id);

        var (_, body) = await play.GetAsync($"/questions/{question.Id}?api_version=4");

        (body.Text("status"), body.Text("text")).ShouldBe(("BANNED", ""));
    }

    [Fact]
    public async Task An_answer_with_contact_data_is_accepted_and_banned_later()
    {
        await using var play = await Playground.StartFrozenAsync();
        var question = play.Ask();

        var (status, _) = await play.AnswerAsync(question.Id, "Escribime a tienda@correo.com o al 11 5555-4444");
        var (_, before) = await play.GetAsync($"/questions/{question.Id}?api_version=4");
        play.World.Clock.Advance(TimeSpan.FromSeconds(3));
        var (_, after) = await play.GetAsync($"/questions/{question.Id}?api_version=4");
        var (_, infractions) = await play.GetAsync($"/moderations/infractions/{play.Seller.Id}?element_type=QUE&element_id={question.Id}&language=ES");
        var (_, last) = await play.GetAsync($"/moderations/last_moderation/{question.Id}-QUE");

        status.ShouldBe(200);
        before!["answer"].Text("status").ShouldBe("ACTIVE");
        after.Text("status").ShouldBe("ANSWERED");
        (after!["answer"].Text("status"), after["answer"].Text("text")).ShouldBe(("BANNED", ""));
        infractions!["infractions"]![0].Text("filter_subgroup").ShouldBe("DP");
        infractions["infractions"]![0].Text("date_created")!.ShouldEndWith("-0400");
        last![0]!["evidences"]![0].Text("text_matched").ShouldBe("tienda@correo.com");
    }

    [Theory]
    [InlineData("Cuesta 1.250.000 pesos, en 12 cuotas de 104.166.")]
    [InlineData("Mide 10 x 20 x 30 cm y pesa 2,5 kg.")]
    [InlineData("Llega entre el 12/11 y el 15/11.")]
    public async Task Figures_that_are_no_telephone_are_not_banned(string text)
    {
        await using var play = await Playground.StartFrozenAsync();
        var question = play.Ask();
        await play.AnswerAsync(question.Id, text);

        play.World.Clock.Advance(TimeSpan.FromMinutes(1));

        play.World.Question(question.Id)!.Answer!.Status.ShouldBe("ACTIVE");
    }

    [Fact]
    public async Task Only_an_unanswered_question_can_be_deleted()
    {
        await using var play = await Playground.StartAsync();
        var open = play.Ask();
        var answered = play.Ask();
        await play.AnswerAsync(answered.Id, "Sí.");

        var (status, body) = await play.SendAsync(HttpMethod.Delete, $"/questions/{open.Id}");
        var (refused, error) = await play.SendAsync(HttpMethod.Delete, $"/questions/{answered.Id}");

        status.ShouldBe(200);
        body!.ToJsonString().ShouldBe("""["Question deleted."]""");
        (refused, error.Text("message")).ShouldBe((400, $"Question {answered.Id} must be unanswered"));
        (await play.AnswerAsync(open.Id, "Sí.")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_hidden_question_leaves_the_searches()
    {
        await using var play = await Playground.StartAsync();
        var question = play.Ask();

        await play.SendAsync(HttpMethod.Post, "/my/questions/hidden", new JsonObject { ["questions_ids"] = new JsonArray(question.Id) });
        var (_, body) = await play.GetAsync("/my/received_questions/search");

        body!["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task A_buyer_asks_through_the_api_with_an_own_token()
    {
        await using var play = await Playground.StartAsync();
        var token = play.World.Grant(play.App.Id, play.Buyer.Id).AccessToken;

        var (status, body) = await play.SendAsync(HttpMethod.Post, "/questions", new JsonObject { ["item_id"] = play.Item.Id, ["text"] = "¿Hay?" }, token);

        status.ShouldBe(201);
        play.World.Question(long.Parse(body.Text("id")!, CultureInfo.InvariantCulture))!.BuyerId.ShouldBe(play.Buyer.Id);
    }

    [Fact]
    public async Task Response_time_is_minutes_of_the_first_question_or_nothing_at_all()
    {
        await using var play = await Playground.StartFrozenAsync();
        (await play.GetAsync($"/users/{play.Seller.Id}/questions/response_time")).Status.ShouldBe(404);
        var question = play.Ask();
        play.World.Clock.Advance(TimeSpan.FromMinutes(22));
        await play.AnswerAsync(question.Id, "Sí.");

        var (_, body) = await play.GetAsync($"/users/{play.Seller.Id}/questions/response_time");

        body!["total"]!["response_time"]!.GetValue<int>().ShouldBe(22);
        body["weekend"]!["response_time"].ShouldBeNull();
    }

    [Fact]
    public async Task Answering_elsewhere_wins_over_a_later_answer_of_the_application()
    {
        await using var play = await Playground.StartAsync();
        var question = play.Ask();
        play.World.AnswerElsewhere(question.Id, "Lo contesto yo.").Accepted.ShouldBeTrue();

        (await play.AnswerAsync(question.Id, "Sí.")).Body.Text("error").ShouldBe("not_unanswered_question");
        play.World.Journal.AnswersAccepted(question.Id).ShouldBe(0);
        play.World.Question(question.Id)!.Answer!.By.ShouldBe("elsewhere");
    }

    [Fact]
    public async Task Of_many_simultaneous_answers_one_is_accepted()
    {
        await using var play = await Playground.StartAsync();
        var question = play.Ask();

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => play.AnswerAsync(question.Id, $"Respuesta {i}")));

        replies.Count(r => r.Status == 200).ShouldBe(1);
        play.World.Journal.AnswersAccepted(question.Id).ShouldBe(1);
    }
}
