using MeliBot.Adapter.Policy;
using MeliBot.Adapter.Tests.Route;
using MeliBot.Delivery.Conversations;
using MeliBot.Inbox.Conversations;
using MeliBot.Inbox.Index;
using MeliBot.Inbox.Writing;
using MeliBot.Simulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Inbox.Tests.Desk;

/// <summary>The whole route with the inbox's own services on it: what an agent's page calls, a test calls.</summary>
internal sealed class AgentRoute : IAsyncDisposable
{
    private readonly Route _route;

    private AgentRoute(Route route) => _route = route;

    public Route Route => _route;

    public World World => _route.World;

    public AgentDesk Agent => Get<AgentDesk>();

    public AskerDesk Asker => Get<AskerDesk>();

    /// <param name="says">What the bot says to every question; null to have it say nothing.</param>
    public static async Task<AgentRoute> StartAsync(string? says, Mode mode = Mode.Draft) => new(await Route.StartAsync(
        says is null ? (_, _) => Task.CompletedTask : Bots.Say(says),
        services =>
        {
            services.Configure<PolicyOptions>(policy => policy.Mode = mode);
            services.AddInbox(new ConfigurationBuilder().Build());
        }));

    public T Get<T>()
        where T : notnull => _route.Services.GetRequiredService<T>();

    public async Task<ConversationView> ViewAsync() => (await Get<ConversationDesk>().ReadAsync(_route.Conversation.Id, TestContext.Current.CancellationToken)).ShouldNotBeNull();

    /// <summary>The only question's view, once it is so.</summary>
    public async Task<QuestionView> UntilAsync(Func<QuestionView, bool> condition, int which = 0)
    {
        QuestionView? question = null;
        await _route.UntilAsync(async () => await Get<ConversationDesk>().ReadAsync(_route.Conversation.Id, default) is { } view && view.Questions.Count > which && condition(question = view.Questions[which]));
        return question!;
    }

    public async Task<InboxEntry> EntryAsync() =>
        EntryMaker.Make((await Get<Delivery.Reading.IDeliveryReader>().ConversationAsync(_route.Conversation, TestContext.Current.CancellationToken)).ShouldNotBeNull()).Entry;

    public ConversationRef Conversation => _route.Conversation;

    public ValueTask DisposeAsync() => _route.DisposeAsync();
}
