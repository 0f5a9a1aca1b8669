"""The colours of the program, light and dark, by what they mean."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Tokens:
    """One set of colours. `…_soft` is the ground under text of the same colour."""

    background: str
    bar: str
    card: str
    line: str
    ink: str
    muted: str
    rail: str
    rail_chosen: str
    rail_ink: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    on_accent_muted: str
    well: str
    well_ink: str
    well_soft: str
    care: str
    care_ink: str
    care_soft: str
    alarm: str
    alarm_soft: str
    on_alarm: str
    gone: str
    gone_ink: str
    gone_soft: str
    note: str
    note_soft: str
    hover: str
    track: str
    tick: str
    field: str
    rail_ring: str
    toast_ring: str
    toast: str
    toast_ink: str

    def named(self) -> dict[str, str]:
        """All colours by name, for the style sheet."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


LIGHT = Tokens(
    background="#F5F3EE",
    bar="#FCFBF7",
    card="#FFFFFF",
    line="#E3DFD6",
    ink="#1E2530",
    muted="#5F6773",
    rail="#22313A",
    rail_chosen="#31444F",
    rail_ink="#E6EBEE",
    accent="#0B6E69",
    accent_hover="#095E5A",
    accent_soft="#E3F1EF",
    on_accent="#FFFFFF",
    on_accent_muted="#BFE0DD",
    well="#2F7D4F",
    well_ink="#28703F",
    well_soft="#E5F2EA",
    care="#A86A00",
    care_ink="#8A5600",
    care_soft="#FBF0DA",
    alarm="#B23A1E",
    alarm_soft="#FAE6E0",
    on_alarm="#FFFFFF",
    gone="#7A7F87",
    gone_ink="#5C6169",
    gone_soft="#ECEBE8",
    note="#5B4B9A",
    note_soft="#ECE8F7",
    hover="#F3F1EB",
    track="#E9E5DB",
    tick="#B9B5AB",
    field="#8B877D",
    rail_ring="#6FD6CC",
    toast_ring="#6FD6CC",
    toast="#22313A",
    toast_ink="#F5F3EE",
)

DARK = Tokens(
    background="#14181C",
    bar="#1A1F24",
    card="#20262C",
    line="#363E47",
    ink="#ECE9E2",
    muted="#A9B1BB",
    rail="#0E1317",
    rail_chosen="#26323A",
    rail_ink="#DDE3E7",
    accent="#4DB8AF",
    accent_hover="#62C7BF",
    accent_soft="#17393A",
    on_accent="#06211F",
    on_accent_muted="#164541",
    well="#6FC792",
    well_ink="#6FC792",
    well_soft="#1C3628",
    care="#E0A640",
    care_ink="#E8B65A",
    care_soft="#3B2F16",
    alarm="#F2917A",
    alarm_soft="#44251D",
    on_alarm="#2A0F08",
    gone="#9BA1A9",
    gone_ink="#B4BAC2",
    gone_soft="#2E343B",
    note="#B9ACF2",
    note_soft="#2F2A4A",
    hover="#29313A",
    track="#363E47",
    tick="#6B747E",
    field="#7C8691",
    rail_ring="#6FD6CC",
    toast_ring="#0B6E69",
    toast="#ECE9E2",
    toast_ink="#1A1F24",
)
