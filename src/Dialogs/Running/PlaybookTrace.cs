using MeliBot.Dialogs.Claims;
using MeliBot.Dialogs.Replies;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Dialogs.Running;

/// <summary>
/// The trace activity that ends each turn: what was recognised, and as entity <c>mercadolibre/playbook</c> the playbook's name and version, what wasn't said and why,
/// and what was known.
/// </summary>
internal static class PlaybookTrace
{
    public const string EntityType = "mercadolibre/playbook";

    public static Activity Of(TurnTalk talk)
    {
        var facts = new FactsSnapshot
        {
            Item = talk.Facts.Item,
            Description = talk.Facts.Description,
            Delivery = talk.Facts.Delivery,
            Notes = talk.Facts.Notes,
            Sale = talk.Facts.Sale,
            Claim = talk.Facts.Claim,
            Account = talk.Facts.Account,
            Postcode = talk.Facts.Postcode,
        };
        var playbook = new Entity(EntityType)
        {
            Properties = new JObject
            {
                ["name"] = talk.Playbook.Source.Name,
                ["version"] = talk.Playbook.Source.Version,
                ["notes"] = new JArray(talk.Notes),
                ["facts"] = facts.ToJson(),
            },
        };
        if (talk.Dialog is { } dialog) playbook.Properties["dialog"] = dialog;
        if (talk.Route is { } route) playbook.Properties["route"] = new JObject { ["events"] = new JArray(route.Situation.Events), ["dialog"] = route.Dialog, ["reason"] = route.Reason, ["candidates"] = new JArray(route.Near.Select(Candidate)) };
        return new Activity { Type = ActivityTypes.Trace, Name = "playbook", Entities = [FragmentActivity.IntentsEntity(talk.Question.Intents), playbook] };
    }

    private static JObject Candidate(RouteCandidate candidate) => new() { ["dialog"] = candidate.Dialog, ["outcome"] = candidate.Outcome.ToString().ToLowerInvariant(), ["why"] = candidate.Why };
}
