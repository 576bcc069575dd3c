namespace MeliBot.Simulator;

internal static class QuestionsControl
{
    public static void MapQuestionsControl(this IEndpointRouteBuilder control, World world)
    {
        control.MapGet("/questions", () => ControlEndpoints.Json(world.AllQuestions));
        control.MapGet("/questions/{id:long}", (long id) => Show(world, id));
        control.Post("/questions", async http =>
        {
            var wish = await http.BodyAsync<AskRequest>();
            return Outcome(world.TryAsk(wish.Buyer, wish.Item, wish.Text), 201);
        });
        control.MapPost("/questions/{id:long}/answer", async (HttpContext http, long id) =>
        {
            var wish = await http.BodyAsync<AnswerRequest>();
            return Outcome(world.AnswerElsewhere(id, wish.Text, wish.By ?? "elsewhere"), 200);
        });
        control.MapPost("/questions/{id:long}/delete", (long id) => Do(world, id, () => world.DeleteQuestion(id)));
        control.MapPost("/questions/{id:long}/review", (long id) => Do(world, id, () => world.SetQuestionStatus(id, QuestionStatuses.UnderReview)));
        control.MapPost("/questions/{id:long}/unreview", (long id) => Do(world, id, () => world.SetQuestionStatus(id, QuestionStatuses.Unanswered)));
        control.MapPost("/questions/{id:long}/close", (long id) => Do(world, id, () => world.SetQuestionStatus(id, QuestionStatuses.ClosedUnanswered)));
        control.MapPost("/questions/{id:long}/purge", (long id) => Do(world, id, () => world.PurgeQuestion(id)));
        control.MapPost("/questions/{id:long}/touch", (long id) => Do(world, id, () => world.TouchQuestion(id)));
        control.MapPost("/questions/{id:long}/ban", async (HttpContext http, long id) =>
        {
            var reason = (await http.BodyAsync<ReasonRequest>()).Reason;
            return Do(world, id, () => world.BanQuestion(id, reason ?? "DP"));
        });
        control.MapPost("/questions/{id:long}/ban-answer", async (HttpContext http, long id) =>
        {
            var reason = (await http.BodyAsync<ReasonRequest>()).Reason;
            return Do(world, id, () => world.BanAnswer(id, reason ?? "DP"));
        });
        control.MapPost("/questions/{id:long}/status", async (HttpContext http, long id) =>
        {
            var status = (await http.BodyAsync<StatusRequest>()).Status;
            return Do(world, id, () => world.SetQuestionStatus(id, status));
        });
        control.MapPost("/questions/{id:long}/repeat", async (HttpContext http, long id) =>
            ControlEndpoints.Json(new { sent = world.RepeatNotice(id, (await http.BodyAsync<CopiesRequest>()).Copies) }));
        control.Post("/handover", async http =>
            ControlEndpoints.Json(new { taken = world.Person.HandOver((await http.BodyAsync<HandoverRequest>()).Question) }));
        control.Post("/person", async http =>
        {
            var wish = await http.BodyAsync<PersonRequest>();
            world.Person.After = wish.After ?? world.Person.After;
            world.Person.WhenUnansweredFor = wish.WhenUnansweredFor ?? world.Person.WhenUnansweredFor;
            return Results.NoContent();
        });
    }

    private static IResult Do(World world, long id, Action action)
    {
        action();
        return Show(world, id);
    }

    private static IResult Show(World world, long id) => world.Question(id) is { } question
        ? ControlEndpoints.Json(question)
        : ControlEndpoints.Problem(404, "not_found", $"There is no question {id}.");

    private static IResult Outcome(QuestionOutcome outcome, int status) => outcome.Refusal is { } refusal
        ? ControlEndpoints.Problem(409, refusal.Error, refusal.Message)
        : ControlEndpoints.Json(outcome.Question, status);
}
