"""The list of what the program carries in the form that security tools read (CycloneDX)."""

import json
from collections.abc import Iterable
from urllib.parse import quote

from licences import Component

SPECIFICATION = "1.6"

_ADDRESSES = {"pypi": "pkg:pypi/{name}@{version}", "debian": "pkg:deb/debian/{name}@{version}"}


def document(carried: Iterable[Component], version: str) -> str:
    """Return the list as JSON.

    Args:
        carried: What the program carries.
        version: The version of the program.
    """
    program = {
        "type": "application",
        "bom-ref": "selfassess",
        "name": "selfassess",
        "version": version,
        "licenses": [{"license": {"id": "MIT"}}],
    }
    components = [_component(component) for component in carried]
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": SPECIFICATION,
        "version": 1,
        "metadata": {"component": program},
        "components": components,
        "dependencies": [
            {
                "ref": "selfassess",
                "dependsOn": [component["bom-ref"] for component in components],
            }
        ],
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _component(component: Component) -> dict[str, object]:
    made: dict[str, object] = {
        "type": "library",
        "bom-ref": f"{component.source or 'inside'}:{component.name}",
        "name": component.name,
        "version": component.version,
        "description": component.role,
        "licenses": [_licence(component.licence)],
    }
    if component.source:
        made["purl"] = _ADDRESSES[component.source].format(
            name=quote(component.name), version=quote(component.version)
        )
    return made


def _licence(name: str) -> dict[str, object]:
    if " WITH " in name or " OR " in name or " AND " in name:
        return {"expression": name}
    return {"license": {"name": name} if " " in name else {"id": name}}
