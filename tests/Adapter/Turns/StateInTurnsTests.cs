using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Adapter.Policy;
using MeliBot.Adapter.Turns;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.State;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Turns;

/// <summary>State goes where the reply goes.</summary>
public sealed class StateInTurnsTests
{
    [Fact]
    public async Task State_of_a_reply_that_is_sent_is_there_in_the_next_turn()
    {
        await using var route = await StartAsync(Mode.Auto);
        var first = await route.AskAsync("¿uno?");
        (await route.AnswerAsync(first.Id)).Text.ShouldBe("Van 1 y 1.");

        var second = await route.AskAsync("¿dos?");

        (await route.AnswerAsync(second.Id)).Text.ShouldBe("Van 2 y 2.");
    }

    [Fact]
    public async Task User_state_is_of_the_buyer_and_conversation_state_of_the_item()
    {
        await using var route = await StartAsync(Mode.Auto);
        await route.AnswerAsync((await route.AskAsync("¿uno?")).Id);
        var other = route.World.CreateItem(new Simulator.NewItem { SellerId = route.Seller.Id, Title = "Plato", Price = 10, Stock = 1 });

        var question = route.World.Ask(route.Buyer.Id, other.Id, "¿dos?");
        await route.NoticeAsync(question.Id);

        (await route.AnswerAsync(question.Id)).Text.ShouldBe("Van 1 y 2.");
    }

    [Fact]
    public async Task State_of_a_draft_stays_with_the_draft_until_it_is_approved_unchanged()
    {
        await using var route = await StartAsync(Mode.Draft);
        var question = await route.AskAsync("¿uno?");
        await route.UntilAsync(async () => (await route.RecordsAsync()).Count == 1);
        (await StoredAsync(route)).ShouldBeNull();
        var drafts = route.Services.GetRequiredService<IDraftStore>();
        var draft = (await drafts.OpenAsync(route.Seller.Id, 10, default)).ShouldHaveSingleItem();
        DraftPayload.Parse(draft.Payload).Text.ShouldBe("Van 1 y 1.");

        (await drafts.ApproveAsync(draft.Id, "ana", DateTimeOffset.UtcNow, default)).ShouldBe(DraftResult.Done);

        (await route.AnswerAsync(question.Id)).Text.ShouldBe("Van 1 y 1.");
        (await StoredAsync(route)).ShouldNotBeNull();
    }

    [Fact]
    public async Task State_of_a_draft_that_is_edited_is_thrown_away()
    {
        await using var route = await StartAsync(Mode.Draft);
        var question = await route.AskAsync("¿uno?");
        await route.UntilAsync(async () => (await route.RecordsAsync()).Count == 1);
        var drafts = route.Services.GetRequiredService<IDraftStore>();
        var draft = (await drafts.OpenAsync(route.Seller.Id, 10, default)).ShouldHaveSingleItem();

        await drafts.ApproveEditedAsync(draft.Id, new AnswerPayload(question.Id, "Mejor así.").ToJson(), "ana", DateTimeOffset.UtcNow, default);

        (await route.AnswerAsync(question.Id)).Text.ShouldBe("Mejor así.");
        (await StoredAsync(route)).ShouldBeNull();
        (await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.Sent)).Author.ShouldBe("agent:ana");
    }

    [Fact]
    public async Task Shadow_decides_and_shows_but_sends_and_stores_nothing()
    {
        await using var route = await StartAsync(Mode.Shadow);

        await route.AskAsync("¿uno?");
        await route.UntilAsync(async () => (await route.RecordsAsync()).Count == 1);

        var record = (await route.RecordsAsync()).Single();
        record.Decision.ShouldBe("shadow");
        TurnTrace.Parse(record.Payload).Text.ShouldBe("Van 1 y 1.");
        (await StoredAsync(route)).ShouldBeNull();
        (await route.LoadAsync()).Effects.ShouldBeEmpty();
    }

    private static Task<Route.Route> StartAsync(Mode mode) => Route.Route.StartAsync(
        services => new Counting(services.GetRequiredService<ConversationState>(), services.GetRequiredService<UserState>()),
        services => services.PostConfigure<PolicyOptions>(options => options.Mode = mode));

    private static async Task<string?> StoredAsync(Route.Route route)
    {
        var key = $"mercadolibre/conversations/{route.Conversation.Id}";
        return (await route.Services.GetRequiredService<IStateStore>().ReadAsync([(route.Seller.Id, key)], default)).Single().Value;
    }

    private sealed class Counting(ConversationState conversation, UserState user) : IBot
    {
        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            if (turnContext.Activity.Type != ActivityTypes.Message)
                return;
            var inConversation = await RaiseAsync(conversation, turnContext, cancellationToken);
            var ofUser = await RaiseAsync(user, turnContext, cancellationToken);
            await turnContext.SendActivityAsync($"Van {inConversation} y {ofUser}.", cancellationToken: cancellationToken);
        }

        private static async Task<int> RaiseAsync(BotState state, ITurnContext turn, CancellationToken cancellationToken)
        {
            var property = state.CreateProperty<int>("count");
            var count = await property.GetAsync(turn, () => 0, cancellationToken) + 1;
            await property.SetAsync(turn, count, cancellationToken);
            await state.SaveChangesAsync(turn, force: false, cancellationToken);
            return count;
        }
    }
}
