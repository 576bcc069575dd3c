using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Sending;

namespace MeliBot.Bot.Local;

/// <param name="State">Names this attempt; the callback brings it back.</param>
public sealed record LinkStarted(Uri Url, string State, DateTimeOffset ExpiresAt);

/// <param name="Account">Null when the link was refused.</param>
/// <param name="Missing">What the granted permissions don't allow, in sentences.</param>
public sealed record LinkResult(AccountView? Account, IReadOnlyList<string> Missing, string? Reason, string? WhatToDo);

/// <param name="State">active, or reconnect.</param>
public sealed record AccountView(long Id, string? Nickname, string? Site, string State, string? Reason, DateTimeOffset LinkedAt);

public sealed record UnlinkResult(bool Found, bool Revoked, string? Advice);

public sealed record ParkedView(long Id, ParkedKind Kind, long Account, string? Conversation, string Key, string Reason, string? Detail, int Attempts, DateTimeOffset At);

/// <param name="Intents">What the bot recognised.</param>
/// <param name="Reasons">Why it wasn't simply sent, in sentences.</param>
/// <param name="Notify">It was sent, and a person should look at it.</param>
public sealed record TurnView(string Conversation, string Activity, DateTimeOffset At, string Decision, IReadOnlyList<string> Intents, IReadOnlyList<string> Reasons, bool Notify = false);

/// <param name="Pending">Activities that await their turn.</param>
/// <param name="Last">The newest turn; null before the first.</param>
public sealed record ConversationRow(string Id, long Account, string Owner, int Pending, DateTimeOffset UpdatedAt, TurnView? Last);

/// <param name="Role">incoming, outgoing or event.</param>
/// <param name="Text">The text, or the event's name.</param>
public sealed record ActivityView(string Id, string Role, DateTimeOffset At, string? Text);

public sealed record EffectView(string Key, string State, string Author, int Attempt, string? Reason, DateTimeOffset UpdatedAt);

public sealed record ConversationView(
    string Id, long Account, string Owner, IReadOnlyList<ActivityView> Activities, IReadOnlyList<TurnView> Turns, IReadOnlyList<EffectView> Effects);

/// <param name="Folder">Of the playbook; shipped for the one that comes with the product.</param>
/// <param name="Version">Which answers.</param>
/// <param name="ReadAt">When the files were read last.</param>
/// <param name="Broken">The files have errors, so the version before them answers.</param>
/// <param name="Learning">New examples are being learnt; until then the model before answers.</param>
/// <param name="Problems">Of the files, as "dialogs check" shows them.</param>
public sealed record PlaybookView(string Folder, string Version, DateTimeOffset ReadAt, bool Broken, bool Learning, IReadOnlyList<string> Problems);

public sealed record NoteView(string Text, DateTimeOffset At);

/// <param name="IsStopped">Nothing of the bot's goes out.</param>
/// <param name="Acts">Every turn of the switch that is kept, newest first.</param>
public sealed record SendsView(bool IsStopped, DateTimeOffset? Since, string? By, string? Why, IReadOnlyList<SendSwitchAct> Acts);
