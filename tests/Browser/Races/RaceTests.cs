using System.Globalization;
using MeliBot.Browser.Tests.Stage;
using MeliBot.Inbox.Conversations;
using MeliBot.Inbox.Writing;
using MeliBot.Simulator;

namespace MeliBot.Browser.Tests.Races;

/// <summary>
/// A person and the bot, or two people, answer one question at the same instant, by the very calls that the page makes on what it has read a moment before. One answer goes out, and
/// whoever is told "done" is whose words they are. <c>MELIBOT_RACES=1000</c> runs as many; by default a few.
/// </summary>
public sealed class RaceTests
{
    private const int AtOnce = 20;
    private const string Luis = "Responde Luis.";
    private const string Marta = "Responde Marta.";

    private static readonly int Races = int.Parse(Environment.GetEnvironmentVariable("MELIBOT_RACES") ?? "80", CultureInfo.InvariantCulture);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_against_the_bot() => await RaceAsync("Auto", async (stage, asked, random) =>
    {
        var (view, question) = await SeeAsync(stage, asked, seen => true);
        if (random.Next(3) is > 0 and var hesitation) await Task.Delay(hesitation, Cancel);
        return [(Luis, await stage.Acts.AnswerAsync(view.Conversation, question, Luis, "luis", Cancel))];
    });

    [Fact]
    public async Task Two_people_over_one_proposal() => await RaceAsync("Draft", async (stage, asked, random) =>
    {
        var (view, question) = await SeeAsync(stage, asked, seen => seen.Draft is not null);
        var marta = random.Next(2) == 0 ? question.Draft!.Text : Marta;
        var told = await Task.WhenAll(
            Task.Run(() => stage.Acts.AnswerAsync(view.Conversation, question, Luis, "luis", Cancel), Cancel),
            Task.Run(() => marta == Marta ? stage.Acts.AnswerAsync(view.Conversation, question, Marta, "marta", Cancel) : stage.Acts.ApproveAsync(question.Draft!, "marta", Cancel), Cancel));
        return [(Luis, told[0]), (marta, told[1])];
    });

    private static async Task RaceAsync(string mode, Func<RaceStage, WorldQuestion, Random, Task<IReadOnlyList<(string Says, Written Told)>>> fight)
    {
        await using var stage = await RaceStage.SetAsync(mode, Cancel);
        var item = await stage.OpenShopAsync(Cancel);
        var random = new Random(5);
        var (won, lost, failures) = (0, 0, new List<string>());
        for (var raced = 0; raced < Races; raced += AtOnce)
        {
            var round = Enumerable.Range(0, Math.Min(AtOnce, Races - raced)).Select(_ => (Asked: stage.World.Ask(stage.World.CreateBuyer().Id, item.Id, "Hola, hay stock?"), Random: new Random(random.Next()))).ToList();
            var told = await Task.WhenAll(round.Select(race => fight(stage, race.Asked, race.Random)));
            foreach (var ((asked, _), outcomes) in round.Zip(told))
            {
                var answer = await TextOfAsync(stage, asked);
                var key = asked.Id.ToString(CultureInfo.InvariantCulture);
                if (stage.World.Journal.Accepted(EffectKinds.Answer, key).Count != 1 || stage.World.Journal.Refused(EffectKinds.Answer, key).Count != 0) failures.Add($"{key}: not exactly one answer");
                foreach (var (says, outcome) in outcomes)
                {
                    if (outcome.IsDone) won++;
                    else lost++;
                    if (outcome.IsDone != (answer == says)) failures.Add($"{key}: who says \"{says}\" was told {outcome.Result}, but the buyer reads \"{answer}\"");
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Races} races: {won} times somebody was told that theirs goes out, {lost} times that it doesn't");
        failures.ShouldBeEmpty();
        won.ShouldBeGreaterThan(0);
    }

    /// <summary>What the page shows, as soon as it shows the question as wanted.</summary>
    private static async Task<(ConversationView View, QuestionView Question)> SeeAsync(RaceStage stage, WorldQuestion asked, Func<QuestionView, bool> wanted)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(Patience.Span);
        while (true)
        {
            if (await stage.Conversations.ReadAsync($"questions:{asked.SellerId}:{asked.ItemId}:{asked.BuyerId}", limit.Token) is { } view && view.Questions.FirstOrDefault(question => question.Number == asked.Id) is { } question && wanted(question))
                return (view, question);
            await Task.Delay(1, limit.Token);
        }
    }

    private static async Task<string> TextOfAsync(RaceStage stage, WorldQuestion asked) => (await stage.World.WaitForAnswerAsync(asked.Id, Cancel).WaitAsync(TimeSpan.FromMinutes(2), Cancel)).Text;
}
